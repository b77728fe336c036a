package org.qibroker.matching.relaxation;

import java.util.Arrays;
import java.util.BitSet;
import java.util.List;

/** What some sites need alike, and the numbers of the providers whose they are. */
final class Way {
    private static final int FIRST = 2;

    private final List<Need> needs;
    private int[] providers = new int[FIRST];
    private int size;

    Way(List<Need> needs) {
        this.needs = needs;
    }

    List<Need> needs() {
        return needs;
    }

    void add(int provider) {
        if (size == providers.length) {
            providers = Arrays.copyOf(providers, size * 2);
        }
        providers[size++] = provider;
    }

    /** Adds its providers to those that are served, if no need goes further than these. */
    void enter(BitSet met, BitSet served) {
        for (int i = 0; i < needs.size(); i++) {
            if (!met.get(needs.get(i).number())) {
                return;
            }
        }
        for (int i = 0; i < size; i++) {
            served.set(providers[i]);
        }
    }
}
