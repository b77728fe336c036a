package org.qibroker.platform.security;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SealTest {
    @TempDir
    static Path folder;

    @Test
    void onlyWhatWasSealedForThePurposeOpens() {
        SigningKeys keys = SigningKeys.inFolder(folder);
        Seal seal = Seal.of(keys, "unsubscribe");
        String sealed = seal.seal("somebody 消息");
        assertThat(seal.open(sealed)).contains("somebody 消息");
        assertThat(Seal.of(keys, "unsubscribe").open(sealed)).contains("somebody 消息");
        assertThat(Seal.of(keys, "calendar").open(sealed)).isEmpty();
        assertThat(seal.open("x" + sealed)).isEmpty();
        assertThat(seal.open(sealed + "A")).isEmpty();
        assertThat(seal.open(sealed.substring(0, sealed.length() - 1))).isEmpty();
        assertThat(seal.open("somebody")).isEmpty();
        assertThat(seal.open("?.?")).isEmpty();
    }
}
