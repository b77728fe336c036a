package org.qibroker.account.privacy;

import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import java.util.List;
import java.util.Map;
import org.qibroker.account.Accounts;
import org.qibroker.account.Organisation;
import org.qibroker.account.User;
import org.qibroker.account.factor.SecondFactors;
import org.qibroker.account.signin.Session;
import org.qibroker.account.signin.Sessions;
import org.qibroker.platform.Platform;
import org.qibroker.platform.http.ApiReply;
import org.qibroker.platform.http.Json;
import org.qibroker.shared.Caller;
import org.qibroker.shared.Pseudonym;

/** What is kept of a person, to read or to take along. */
final class PersonalData {
    private static final int LATEST = 50;

    private final Platform platform;
    private final People people;
    private final Elsewhere elsewhere;

    PersonalData(Platform platform, People people, Elsewhere elsewhere) {
        this.platform = platform;
        this.people = people;
        this.elsewhere = elsewhere;
    }

    /** How persons are known and sign in. */
    record People(Accounts accounts, Sessions sessions, SecondFactors factors) {}

    /** What is kept of the caller, who asks with a cookie. */
    Future<PersonalCopy> of(Caller caller, String cookie) {
        Future<User> user = people.accounts().user(caller.user());
        Future<SecondFactors.Status> factor = people.factors().status(caller.user());
        Future<List<Session>> sessions = people.sessions().of(caller, cookie);
        Future<Map<String, Object>> other = elsewhere.kept(caller);
        return Future.all(user, factor, sessions, other)
                .map(all -> copy(user.result(), factor.result(), sessions.result(), other.result()));
    }

    private static PersonalCopy copy(
            User user, SecondFactors.Status factor, List<Session> sessions, Map<String, Object> other) {
        Organisation organisation = user.organisation();
        return new PersonalCopy(
                user.id(),
                Pseudonym.of(user.id()),
                user.email(),
                user.name(),
                user.roles(),
                organisation == null ? null : organisation.id(),
                organisation == null ? null : organisation.nameZh(),
                factor,
                sessions,
                other);
    }

    /** The latest of the caller's own events. */
    Future<List<OwnDeed>> latest(Caller caller) {
        return platform.database()
                .read(client -> platform.events().latestOf(client, caller.user(), LATEST))
                .map(events -> events.stream().map(OwnDeed::of).toList());
    }

    /** All of it as a file: the copy, and every event of the caller's. */
    Future<ApiReply> file(Caller caller) {
        return of(caller, "")
                .map(copy ->
                        ApiReply.file("application/json", "qi-broker-" + copy.pseudonym() + ".json", to -> to.write(
                                        Buffer.buffer("{\"person\":" + Json.write(copy) + ",\"events\":["))
                                .compose(begun -> new DeedWriter(platform, caller.user(), to).run())
                                .compose(done -> to.write(Buffer.buffer("]}\n")))));
    }
}
