package org.qibroker.matching.bundle;

import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One way to have one item done.
 *
 * @param provider whoever does it; a plan counts each once
 * @param key tells the ways of one provider apart
 * @param fen the price in fen; absent if it has to be asked for
 * @param finish absent if it is not known
 * @param open whether something is left to be cleared up
 */
public record Option(UUID provider, UUID key, @Nullable Long fen, @Nullable LocalDate finish, boolean open) {}
