package org.trainingaudit.provider;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * On whom one use depends. What nobody knows is empty, never "no" and never "domestic".
 *
 * @param use the use's id
 * @param provider the provider's id, {@code own} for the organisation's own machines, or the name that is stated where the
 *     catalogue has no such provider
 * @param country where the provider has its seat
 * @param ownerCountry where its ultimate owner is run from
 * @param trainingLocation where the training ran
 * @param inferenceLocation where the model answers
 * @param supportAccess from where support staff reach the data
 * @param keyHolder who holds the encryption keys
 * @param trainsOnInput whether the provider trains on the input
 * @param weightsControl who controls the weights
 * @param exitPlan the plan for leaving
 * @param foreignLaws laws of other countries than the people's by which a state may reach the data
 * @param domestic whether everything known lies in the countries in which the people live; empty where too little is known
 * @param flags what a reader should look at
 * @param model whose model is trained further or called, and where that company and its owner are
 * @param adequacy what lists of adequate countries say of each country of the recipient: law, country, since when, act
 */
public record Dependence(
        String use,
        Optional<String> provider,
        Optional<String> country,
        Optional<String> ownerCountry,
        Set<String> trainingLocation,
        Set<String> inferenceLocation,
        Set<String> supportAccess,
        Optional<String> keyHolder,
        Optional<Boolean> trainsOnInput,
        Optional<String> weightsControl,
        Optional<String> exitPlan,
        List<String> foreignLaws,
        Optional<Boolean> domestic,
        List<String> flags,
        Model model,
        List<String> adequacy) {

    /** Whose model it is; each part empty where nobody knows it. */
    public record Model(Optional<String> provider, Optional<String> country, Optional<String> ownerCountry) {}

    public Dependence {
        trainingLocation = new TreeSet<>(trainingLocation);
        inferenceLocation = new TreeSet<>(inferenceLocation);
        supportAccess = new TreeSet<>(supportAccess);
        foreignLaws = List.copyOf(foreignLaws);
        flags = List.copyOf(flags);
        adequacy = List.copyOf(adequacy);
    }
}
