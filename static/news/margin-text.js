/* A text as notes in the margin see it: its letters alone, each with its place, so that no white space, tag or way of
   writing marks makes a difference. news/margin/ reads what is stored in the same way. */

const SURE = 4; // letters around a passage that agree
const TELLING = 12; // letters of a passage that hardly stand in a text twice by chance
const NEIGHBOUR = 16; // letters on each side by which a passage is known while it is reworded
const CLOSE = 8; // of so few letters a neighbour is trusted at the text's own edge alone
const ROOM = 40; // letters that a reworded passage may have more than twice its own
const CONTEXT = 80; // letters kept before and after a passage
const CLUSTER = /\P{M}\p{M}*|\p{M}+/gu;
const UNSEEN = /[\s\p{Cf}\p{Cc}]/u;

/* `pieces` are [where, text]; the letters, and of each [where, begin, end]. */
export const read = (pieces) => {
  const places = [];
  let letters = "";
  pieces.forEach(([where, text]) => {
    for (const { 0: cluster, index } of text.matchAll(CLUSTER)) {
      for (const letter of cluster.normalize("NFC")) {
        if (UNSEEN.test(letter)) continue;
        letters += letter;
        for (let unit = 0; unit < letter.length; unit += 1) places.push([where, index, index + cluster.length]);
      }
    }
  });
  return { letters, places };
};
export const lettersOf = (text) => read([[null, text]]).letters;

/* What a note remembers of the letters from `begin` to `end`. */
export const quote = ({ letters }, begin, end) => ({
  exact: letters.slice(begin, end),
  prefix: letters.slice(Math.max(begin - CONTEXT, 0), begin),
  suffix: letters.slice(end, end + CONTEXT),
  position: begin,
});

const alike = (one, other) => {
  let count = 0;
  while (count < one.length && count < other.length && one[count] === other[count]) count += 1;
  return count;
};
const backwards = (text) => [...text].reverse();

const occurrences = (letters, part) => {
  const begins = [];
  for (let begin = letters.indexOf(part); begin >= 0; begin = letters.indexOf(part, begin + 1)) begins.push(begin);
  return begins;
};
const theSame = (letters, { exact, prefix, suffix, position }) => {
  const found = occurrences(letters, exact).map((begin) => {
    const [before, after] = [letters.slice(Math.max(begin - prefix.length, 0), begin), letters.slice(begin + exact.length)];
    return { begin, claim: alike(backwards(before), backwards(prefix)) + alike(after, suffix), far: Math.abs(begin - position) };
  });
  const [best] = found.sort((one, other) => other.claim - one.claim || one.far - other.far);
  const enough = Math.min(SURE, (prefix.length + suffix.length) / 2);
  return best && (best.claim >= enough || exact.length >= TELLING) ? [best.begin, best.begin + exact.length] : null;
};
const between = (letters, { exact, prefix, suffix, position }) => {
  const [before, after] = [prefix.slice(-NEIGHBOUR), suffix.slice(0, NEIGHBOUR)];
  const atStart = letters.startsWith(before) ? [before.length] : [];
  const begins = before.length < CLOSE ? atStart : occurrences(letters, before).map((begin) => begin + before.length);
  const endFrom = (begin) => (after.length < CLOSE ? (letters.endsWith(after) ? letters.length - after.length : -1) : letters.indexOf(after, begin));
  const spans = begins.map((begin) => [begin, endFrom(begin)]);
  const fitting = spans.filter(([begin, end]) => end > begin && end - begin <= 2 * exact.length + ROOM);
  return fitting.sort(([one], [other]) => Math.abs(one - position) - Math.abs(other - position))[0] ?? null;
};

/* Where the passage stands, [begin, end] in letters; null if nowhere: its words with those around them, then the nearest,
   then what stands between its neighbours, for one that is being reworded. */
export const find = ({ letters }, passage) => (passage.exact ? theSame(letters, passage) ?? between(letters, passage) : null);
