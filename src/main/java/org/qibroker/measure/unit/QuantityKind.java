package org.qibroker.measure.unit;

/**
 * What is measured. Finer than a dimension: torque is not energy, each hardness scale is a kind of its own. Values are
 * compared only within one kind.
 *
 * @param key stable name, such as {@code dc-voltage}
 * @param nameZh name in Chinese
 * @param nameEn name in English
 * @param baseUnit symbol of the unit, of factor 1 and offset 0, that all others convert to
 */
public record QuantityKind(String key, String nameZh, String nameEn, String baseUnit) {}
