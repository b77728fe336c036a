package org.qibroker;

import java.util.List;
import org.qibroker.account.AccountModule;
import org.qibroker.catalog.CatalogModule;
import org.qibroker.platform.Platform;
import org.qibroker.platform.events.Projection;
import org.qibroker.platform.web.FrontDoor;

/** All features on one platform. */
public final class Features {
    private final Platform platform;
    private final AccountModule account;
    private final CatalogModule catalog;

    /** Builds them, each on those it may know. */
    public Features(Platform platform, Node node) {
        this.platform = platform;
        this.account = new AccountModule(platform, node.keys());
        this.catalog = new CatalogModule(platform, node.units(), node.scopes(), account.organisations());
    }

    /** The door through which all of them are reached. */
    FrontDoor frontDoor() {
        FrontDoor door =
                new FrontDoor(platform, account.authentication());
        account.bind(door.api());
        catalog.bind(door.api());
        Unfinished.bind(door.api());
        HomePage.mount(door.pages());
        account.mount(door.pages());
        catalog.mount(door.pages());
        return door;
    }

    /** What follows the event log. */
    List<Projection> projections() {
        return List.of();
    }

    /** What is offered. */
    public CatalogModule catalog() {
        return catalog;
    }

    /** Accounts. */
    public AccountModule account() {
        return account;
    }
}
