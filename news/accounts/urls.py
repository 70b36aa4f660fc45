"""Addresses of accounts, part of the desk's. Two of them are the admin's own, which its links and redirects lead to."""

from django.urls import path

from news.accounts.views import invitations, lost_passwords, own, people, sign_in, two_factor

urlpatterns = [
    path("login/", sign_in.sign_in, name="login"),
    path("password_change/", own.password, name="password"),
    path("ma-xac-thuc/", sign_in.second_step, name="second_step"),
    path("quen-mat-khau/", lost_passwords.Ask.as_view(), name="lost_password"),
    path("quen-mat-khau/da-gui/", lost_passwords.sent, name="lost_password_sent"),
    path("mat-khau-moi/<uidb64>/<token>/", lost_passwords.Choose.as_view(), name="new_password"),
    path("nhan-loi-moi/<token>/", invitations.accept, name="accept"),
    path("loi-moi/", invitations.listed, name="invitations"),
    path("loi-moi/<int:pk>/", invitations.one, name="invitation"),
    path("loi-moi/<int:pk>/gui-lai/", invitations.send_again, name="send_invitation_again"),
    path("loi-moi/<int:pk>/thu-hoi/", invitations.revoke, name="revoke_invitation"),
    path("tai-khoan/", own.account, name="account"),
    path("tai-khoan/phien/<int:pk>/dang-xuat/", own.end_session, name="end_session"),
    path("tai-khoan/dang-xuat-noi-khac/", own.end_other_sessions, name="end_other_sessions"),
    path("tai-khoan/hai-lop/", two_factor.two_factor_page, name="two_factor"),
    path("tai-khoan/hai-lop/ma-du-phong/", two_factor.new_codes, name="new_codes"),
    path("tai-khoan/hai-lop/tat/", two_factor.off, name="two_factor_off"),
    path("nguoi/<int:pk>/bao-mat/", people.one, name="person"),
    path("nguoi/<int:pk>/go-hai-lop/", people.reset_two_factor, name="reset_two_factor"),
    path("nguoi/<int:pk>/dang-xuat/", people.end_sessions, name="end_sessions"),
]
