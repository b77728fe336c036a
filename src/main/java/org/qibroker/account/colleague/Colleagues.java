package org.qibroker.account.colleague;

import io.vertx.core.Future;
import io.vertx.sqlclient.SqlConnection;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.qibroker.account.Accounts;
import org.qibroker.account.CreateUser;
import org.qibroker.account.LinkLetters;
import org.qibroker.account.Member;
import org.qibroker.account.NewUser;
import org.qibroker.account.Organisation;
import org.qibroker.account.Organisations;
import org.qibroker.platform.Platform;
import org.qibroker.platform.events.Change;
import org.qibroker.platform.http.Validation;
import org.qibroker.platform.mail.Letter;
import org.qibroker.platform.mail.Outbox;
import org.qibroker.platform.security.Secret;
import org.qibroker.shared.Caller;
import org.qibroker.shared.Refusal;

/** The colleagues of the caller: who acts for the same organisation, and who is asked to. */
public final class Colleagues {
    private static final Duration OPEN = Duration.ofDays(7);

    private final Platform platform;
    private final Accounts accounts;
    private final Organisations organisations;
    private final LinkLetters letters;

    Colleagues(Platform platform, Accounts accounts, Organisations organisations) {
        this.platform = platform;
        this.accounts = accounts;
        this.organisations = organisations;
        this.letters = new LinkLetters(platform);
    }

    /** Who acts for an organisation, and whom they wait for. */
    public record Team(List<Member> members, List<Invitation> invited) {}

    /**
     * An invitation as its maker sees it, this once.
     *
     * @param link to hand on; whoever opens it can act for the organisation
     * @param mailed whether a mail with it is on its way
     */
    public record Made(Invitation invitation, String link, boolean mailed) {
        @Override
        public String toString() {
            return "Made[" + invitation + "]";
        }
    }

    /** An invitation as the one invited sees it. */
    public record Received(Invitation invitation, Organisation organisation) {}

    /** The caller's colleagues; fails FORBIDDEN for somebody without an organisation. */
    Future<Team> team(Caller caller) {
        Instant now = platform.clock().instant();
        return platform.database().read(client -> accounts.members(client, Set.of(caller.organisation()))
                .compose(members -> InvitationRepository.open(client, caller.organisation(), now)
                        .map(invited -> new Team(members, invited))));
    }

    /**
     * Invites somebody to act for the caller's organisation, for seven days; an invitation of the address before ends.
     *
     * @param locale language of the mail
     * @return fails CONFLICT if somebody signs in with the address already
     */
    Future<Made> invite(String email, Caller caller, Locale locale) {
        String secret = Secret.next();
        Invitation invitation = new Invitation(
                platform.ids().next(),
                caller.organisation(),
                email.strip().toLowerCase(Locale.ROOT),
                platform.clock().instant().plus(OPEN));
        String link = platform.settings().publicUrl() + "/invitations/" + secret;
        Outbox outbox = new Outbox(platform);
        return free(email)
                .compose(free -> organisations.get(caller.organisation()))
                .compose(organisation -> platform.database().transaction(tx -> InvitationRepository.insert(
                                tx, invitation, Secret.hash(secret), caller.user())
                        .compose(done -> outbox.put(
                                tx,
                                letter(invitation, List.of(organisation.name(locale), caller.name()), link, locale)))
                        .compose(done -> log(tx, invitation, "colleague-invited", caller))))
                .map(new Made(invitation, link, outbox.sends()));
    }

    private Letter letter(Invitation invitation, List<String> said, String link, Locale locale) {
        return letters.letter(invitation.email(), "account.invitation.mail", said, link, locale);
    }

    private Future<Void> free(String email) {
        return accounts.emailTaken(email)
                .compose(taken -> taken
                        ? Future.failedFuture(Refusal.conflict("user-account-email-unique"))
                        : Future.succeededFuture());
    }

    /** Takes an invitation back; fails NOT_FOUND if there is none of the caller's organisation. */
    Future<Void> withdraw(UUID id, Caller caller) {
        return platform.database()
                .transaction(tx -> InvitationRepository.delete(tx, caller.organisation(), id))
                .compose(done -> done ? Future.succeededFuture() : Future.failedFuture(Refusal.notFound("invitation")));
    }

    /** The invitation of a link; fails NOT_FOUND if it has ended, was taken up or taken back. */
    Future<Received> received(String secret) {
        return platform.database()
                .read(client -> InvitationRepository.find(
                        client, Secret.hash(secret), platform.clock().instant()))
                .map(found -> found.orElseThrow(() -> Refusal.notFound("invitation")))
                .compose(invitation -> organisations
                        .get(invitation.organisationId())
                        .map(organisation -> new Received(invitation, organisation)));
    }

    /**
     * Takes an invitation up.
     *
     * @return the address to sign in with; fails NOT_FOUND if it has ended, BAD_INPUT for a name or password that will
     *     not do
     */
    Future<String> accept(String secret, String name, String password) {
        Instant now = platform.clock().instant();
        return received(secret)
                .map(received ->
                        Validation.valid(new NewUser(received.invitation().email(), name, password)))
                .compose(user -> accounts.hash(user).compose(hash -> platform.database()
                        .transaction(tx -> InvitationRepository.take(tx, Secret.hash(secret), now)
                                .map(taken -> taken.orElseThrow(() -> Refusal.notFound("invitation")))
                                .compose(invitation -> join(tx, invitation, user, hash)))
                        .map(user.email())));
    }

    private Future<Void> join(SqlConnection tx, Invitation invitation, NewUser user, String hash) {
        CreateUser command = new CreateUser(invitation.organisationId(), user, Set.of());
        return accounts.insert(tx, command, hash)
                .compose(id -> log(
                        tx,
                        invitation,
                        "colleague-joined",
                        new Caller(id, invitation.organisationId(), Set.of(), user.name())));
    }

    private Future<Void> log(SqlConnection tx, Invitation invitation, String type, Caller by) {
        UUID organisation = invitation.organisationId();
        Map<String, Object> data = Map.of("invitationId", invitation.id());
        return platform.events()
                .append(tx, new Change("organisation", organisation, type, by, Set.of(organisation), data))
                .mapEmpty();
    }
}
