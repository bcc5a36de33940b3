/**
 * Legal regimes: what each law demands of a use of data in AI training, and what it says of a given use on a given day.
 *
 * <p>Start at {@link Regimes#load}; bind a day, assumptions and policy with {@link Regimes#judge}, and ask the
 * {@link Judge} about one use after the other. Judging is a pure function of the facts and of what was bound, so that a
 * {@link Comparison} is two judges. The reasons behind a judgement come from {@link Judge#explain}, only when asked for. {@link
 * Cases} runs the expected verdicts that stand beside each pack.
 *
 * <p>How packs are read and compiled is private: {@code RegimeReader} reads one file, {@code Extension} copies the rules
 * of an extended regime, {@code ConditionParser} turns conditions into {@link Condition} trees over fact slots, {@code
 * Evaluation} settles the rules of one use in the order that {@code RuleOrder} found. {@code Plan} is what a judge makes of
 * the trees for its day: a {@code DemandTable} that answers most of them for a use at once.
 */
@NullMarked
package org.trainingaudit.regime;

import org.jspecify.annotations.NullMarked;
