package org.qibroker.matching.candidates;

import java.util.ArrayList;
import java.util.List;
import org.qibroker.matching.MatchRequest;
import org.qibroker.matching.answer.Criterion;
import org.qibroker.matching.answer.CriterionResult;
import org.qibroker.matching.answer.Stretch;

/** Proves how lines of a site answer an item, criterion by criterion. For one thread. */
final class Proofs {
    private static final int CRITERIA = Criterion.values().length;

    private final MatchRequest request;
    private final LineRules rules;
    private final RangeProof ranges;
    private final Joints joints;

    Proofs(ItemScan scan) {
        RangeTexts texts = new RangeTexts();
        LineJudge judge = scan.judge();
        this.request = scan.request();
        this.rules = new LineRules(scan.item(), scan.context(), judge.parts(), judge.gates());
        this.ranges = new RangeProof(scan.item(), texts);
        this.joints = new Joints(texts);
    }

    /** One result a criterion, in their order. */
    List<CriterionResult> of(Evaluation found) {
        List<Line> used = found.used();
        Offer offer = found.offer();
        List<CriterionResult> proof = new ArrayList<>(CRITERIA);
        rules.gates(used, proof);
        proof.add(range(found));
        proof.add(rules.conditions(used));
        proof.add(uncertainty(found));
        proof.add(rules.methods(used));
        proof.add(rules.marks(used, found.place(), offer.finish()));
        proof.add(rules.onSite(used));
        proof.add(BargainRule.deadline(request.neededBy(), offer));
        proof.add(BargainRule.budget(request.budget(), offer));
        proof.add(rules.limitation(used));
        return List.copyOf(proof);
    }

    /** RANGE alone. */
    CriterionResult range(Evaluation found) {
        return ranges.of(found);
    }

    /** UNCERTAINTY alone. */
    CriterionResult uncertainty(Evaluation found) {
        return found.found().line().asked().uncertainty().judge(found.found());
    }

    /** Which line serves which part. */
    List<Stretch> stretches(Evaluation found) {
        return joints.of(found);
    }
}
