package org.qibroker.matching.understanding.rules;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.qibroker.demand.asked.ConditionAsked;
import org.qibroker.demand.asked.PointAsked;
import org.qibroker.demand.asked.RangeAsked;
import org.qibroker.demand.asked.ValueAsked;
import org.qibroker.shared.Family;
import org.qibroker.shared.ServiceKind;

/** One thing that a sentence says. */
public sealed interface Fact {
    /** What is to be served; the family that the thesaurus records for it, if it knows the word. */
    record Subject(String word, @Nullable Family family) implements Fact {}

    /** What is to be measured or assessed. */
    record Parameter(String word) implements Fact {}

    /** A range; the quantity where the words say it outright, as DC does. */
    record Range(RangeAsked range, @Nullable String quantity) implements Fact {}

    /** Measuring points. */
    record Points(List<PointAsked> points) implements Fact {}

    /** A condition with its range. */
    record Condition(ConditionAsked condition) implements Fact {}

    /** The largest uncertainty. */
    record Limit(ValueAsked limit) implements Fact {}

    /** The coverage factor of the uncertainty. */
    record Factor(double k) implements Fact {}

    /** A tolerance. */
    record Tolerance(double value, String unit) implements Fact {}

    /** The ratio between tolerance and uncertainty. */
    record Ratio(double ratio) implements Fact {}

    /** A standard to be followed. */
    record Method(String designation) implements Fact {}

    /** A mark the report has to carry. */
    record Mark(String mark) implements Fact {}

    /** How many; of each of several things, if so. */
    record Pieces(int pieces, boolean each) implements Fact {}

    /** The kind of the service. */
    record Kind(ServiceKind kind) implements Fact {}

    /** A word that points to a family, without saying the kind of service. */
    record Hint(Family family) implements Fact {}

    /** The provider has to come. */
    record OnSite() implements Fact {}

    /** Where. */
    record Place(String district) implements Fact {}

    /** By when. */
    record Day(LocalDate day) implements Fact {}

    /** What all of it may cost, in fen. */
    record Budget(long fen) implements Fact {}

    /** A service programme. */
    record Programme(String name) implements Fact {}

    /** An application scenario. */
    record Scenario(String name) implements Fact {}

    /** Understood, and nothing to act on. */
    record Aside() implements Fact {}

    /** Parts the sentence; a hard one ends what belongs together. */
    record Break(boolean hard) implements Fact {}

    /** Not understood. */
    record Left() implements Fact {}
}
