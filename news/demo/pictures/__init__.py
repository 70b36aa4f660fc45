"""Pictures of the demo edition, drawn by code: one function a picture, in modules by kind.

`ink` is the printing (sheet, inks, stipple, grain), `geometry` the points, `motifs` what several pictures share. Nothing
here knows of articles or photos; storing the pictures is the edition's business.
"""

from collections.abc import Callable

from PIL import Image

from . import (
    charts,
    city,
    crops,
    folk,
    games,
    landscape,
    letters,
    maps,
    market,
    nature,
    puppets,
    roofs,
    rooms,
    space,
    still_life,
    works,
    world,
)
from .ink import Sheet
from .marks import maskable_mark, paper_mark, rounded_mark
from .portraits import portrait

__all__ = ["NAMES", "draw", "maskable_mark", "paper_mark", "portrait", "rounded_mark"]

Drawing = Callable[[Sheet], None]

DRAWINGS: tuple[Drawing, ...] = (
    still_life.first_aid_kit,
    charts.blood_drive,
    landscape.flood_delta,
    maps.storm_track_map,
    landscape.dawn_harbour,
    landscape.rice_terraces,
    city.city_skyline_rain,
    maps.metro_line_map,
    roofs.old_quarter_roofs,
    works.bridge_at_dusk,
    rooms.ballot_and_meeting,
    charts.electricity_tiers_chart,
    crops.coffee_price_chart,
    crops.rice_export_chart,
    market.market_stall,
    works.container_port,
    charts.savings_curve,
    works.river_barrage,
    world.world_map_dots,
    landscape.polar_ice,
    nature.desert_solar,
    works.high_speed_train,
    rooms.classroom_board,
    rooms.village_library,
    rooms.exam_hall,
    letters.quoc_ngu_letters,
    city.lantern_street,
    puppets.water_puppets,
    still_life.dan_bau_waves,
    folk.dong_ho_print,
    games.football_pitch,
    maps.marathon_route,
    games.chess_board,
    space.night_sky_milky_way,
    nature.mangrove_roots,
    space.satellite_orbit,
    nature.sea_turtle,
    charts.vaccine_fridge,
)
_BY_NAME = {drawing.__name__: drawing for drawing in DRAWINGS}

NAMES: tuple[str, ...] = tuple(_BY_NAME)


def draw(name: str) -> Image.Image:
    """The picture of that name, 1600 by 1000, RGB; the same on every call. Raises KeyError for a name not in NAMES."""
    sheet = Sheet(name)
    _BY_NAME[name](sheet)
    return sheet.printed()
