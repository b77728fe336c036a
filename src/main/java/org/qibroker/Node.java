package org.qibroker;

import com.fasterxml.uuid.Generators;
import io.vertx.core.Vertx;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.concurrent.atomic.AtomicInteger;
import org.qibroker.catalog.ScopeIndex;
import org.qibroker.matching.MatchContext;
import org.qibroker.matching.SubjectSuggestions;
import org.qibroker.matching.words.Thesaurus;
import org.qibroker.measure.unit.UnitRegistry;
import org.qibroker.platform.Platform;
import org.qibroker.platform.config.ConfigFiles;
import org.qibroker.platform.config.Settings;
import org.qibroker.platform.config.SettingsException;
import org.qibroker.platform.database.Database;
import org.qibroker.platform.database.DatabaseAddress;
import org.qibroker.platform.events.AccessLog;
import org.qibroker.platform.events.EventFeed;
import org.qibroker.platform.events.EventLog;
import org.qibroker.platform.http.Idempotency;
import org.qibroker.platform.http.Messages;
import org.qibroker.platform.security.SigningKeys;
import org.qibroker.platform.time.WorkCalendar;
import org.qibroker.standards.Equivalences;

/**
 * What all verticles of a node share.
 *
 * @param reference tables that an operator may edit
 * @param scopes the scopes of all providers, in memory
 * @param suggestions subjects for what is being typed
 * @param httpPort where requests are taken, set by the first verticle that listens
 */
public record Node(
        Settings settings,
        DatabaseAddress address,
        Clock clock,
        MatchContext.Reference reference,
        Messages messages,
        SigningKeys keys,
        ScopeIndex scopes,
        SubjectSuggestions suggestions,
        AtomicInteger httpPort) {

    /** Reads reference data and keys. Blocks. */
    public static Node of(Settings settings, DatabaseAddress address, Clock clock) {
        UnitRegistry units = UnitRegistry.load(ConfigFiles.open("quantities.csv"), ConfigFiles.open("units.csv"));
        MatchContext.Reference reference = reference(units);
        ScopeIndex scopes = new ScopeIndex(units, reference.thesaurus());
        return new Node(
                settings,
                address,
                clock,
                reference,
                Messages.load(),
                keys(settings),
                scopes,
                new SubjectSuggestions(reference.thesaurus(), scopes::view),
                new AtomicInteger());
    }

    private static MatchContext.Reference reference(UnitRegistry units) {
        return new MatchContext.Reference(
                units,
                Equivalences.load(ConfigFiles.open("equivalences.csv")),
                Thesaurus.load(ConfigFiles.open("thesaurus.csv")),
                WorkCalendar.load(ConfigFiles.open("holidays-cn.csv")));
    }

    private static SigningKeys keys(Settings settings) {
        return settings.security()
                .signingKey()
                .map(Node::key)
                .orElseGet(() -> SigningKeys.inFolder(settings.data().dir()));
    }

    private static SigningKeys key(Path file) {
        try {
            return SigningKeys.ofPem(Files.readString(file));
        } catch (IOException | IllegalArgumentException e) {
            throw new SettingsException("security.signing-key: cannot use " + file + ": " + e.getMessage());
        }
    }

    /** What one verticle builds on, with pools of its own. */
    public Platform platform(Vertx vertx) {
        Database database = Database.open(vertx, address, settings.database());
        EventLog events = new EventLog(clock);
        return new Platform(
                vertx,
                settings,
                database,
                events,
                new AccessLog(vertx, database, events),
                new EventFeed(vertx),
                clock,
                Generators.timeBasedEpochGenerator()::generate,
                reference.calendar(),
                messages,
                new Idempotency(database));
    }
}
