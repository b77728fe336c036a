package org.qibroker.matching;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.qibroker.demand.Demand;
import org.qibroker.demand.ItemSpec;
import org.qibroker.demand.Preset;
import org.qibroker.demand.Wishes;
import org.qibroker.matching.answer.Weights;
import org.qibroker.matching.understanding.Reading;
import org.qibroker.shared.Money;

/**
 * Who can do this?
 *
 * @param district code of the district the work is wanted near
 * @param neededBy day the last report is needed
 * @param budget what an item may cost at most
 * @param preset ranking, {@link Preset#BALANCED} if absent
 * @param weights how much each part of the ranking counts, in place of those of the preset
 * @param most how many candidates, and how many near misses, of an item are named at most; as many as there may be, if
 *     absent
 * @param items what is asked, at least one
 */
public record MatchRequest(
        @Nullable @Pattern(regexp = "[0-9]{6}") String district,
        @Nullable LocalDate neededBy,
        @Nullable @Valid Money budget,
        @Nullable Preset preset,
        @Nullable @Valid Weights weights,
        @Nullable @Min(1) @Max(50) Integer most,
        @NotEmpty @Size(max = Demand.MOST_ITEMS) List<@NotNull @Valid ItemSpec> items) {

    /** A request for these items, without wishes. */
    public static MatchRequest of(List<ItemSpec> items) {
        return new MatchRequest(null, null, null, null, null, null, items);
    }

    /** What a demand asks. */
    public static MatchRequest of(Demand demand) {
        Wishes wishes = demand.wishes();
        return new MatchRequest(
                wishes.district(), wishes.neededBy(), wishes.budget(), wishes.preset(), null, null, demand.specs());
    }

    /** What a sentence asks. */
    public static MatchRequest of(Reading reading) {
        return new MatchRequest(
                reading.district(), reading.neededBy(), reading.budget(), null, null, null, reading.items());
    }

    /** The same, of which no more than so many candidates of an item are of interest. */
    public MatchRequest naming(int most) {
        return new MatchRequest(district, neededBy, budget, preset, weights, most, items);
    }

    /** The ranking asked for. */
    public Weights ranking() {
        return weights == null ? Weights.of(preset == null ? Preset.BALANCED : preset) : weights;
    }
}
