package org.trainingaudit.regime;

import dev.cel.common.CelValidationException;
import dev.cel.common.types.CelType;
import dev.cel.common.types.ListType;
import dev.cel.common.types.SimpleType;
import dev.cel.compiler.CelCompiler;
import dev.cel.compiler.CelCompilerBuilder;
import dev.cel.compiler.CelCompilerFactory;
import dev.cel.runtime.CelEvaluationException;
import dev.cel.runtime.CelRuntime;
import dev.cel.runtime.CelRuntimeFactory;
import dev.cel.runtime.CelVariableResolver;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.ToIntFunction;
import java.util.stream.Collectors;

/** The rules in CEL, checked by its compiler and run by its planner over a variable resolver. */
final class CelRules {

    private CelRules() {}

    /** How many of the rules hold; a use's variables are laid out beforehand. */
    static ToIntFunction<CelVariableResolver> compile(List<RandomRules.Rule> rules)
            throws CelValidationException, CelEvaluationException {
        CelCompilerBuilder builder =
                CelCompilerFactory.standardCelCompilerBuilder().setResultType(SimpleType.BOOL);
        RandomRules.names().forEach(name -> builder.addVar(name, type(name)));
        CelCompiler compiler = builder.build();
        CelRuntime runtime = CelRuntimeFactory.plannerRuntimeBuilder().build();
        List<CelRuntime.Program> programs = new ArrayList<>();
        for (RandomRules.Rule rule : rules) {
            programs.add(runtime.createProgram(compiler.compile(rule.cel()).getAst()));
        }
        return variables -> {
            int matches = 0;
            for (CelRuntime.Program program : programs) {
                matches += holds(program, variables) ? 1 : 0;
            }
            return matches;
        };
    }

    static CelVariableResolver variables(ThirtyFacts use) {
        Map<String, Optional<Object>> known = RandomRules.names().stream()
                .collect(Collectors.toMap(Function.identity(), name -> Optional.of(use.get(name))));
        return name -> Objects.requireNonNullElse(known.get(name), Optional.empty());
    }

    private static boolean holds(CelRuntime.Program program, CelVariableResolver variables) {
        try {
            return (Boolean) program.eval(variables);
        } catch (CelEvaluationException e) {
            throw new IllegalStateException(e);
        }
    }

    private static CelType type(String name) {
        return switch (name.charAt(0)) {
            case 's' -> SimpleType.STRING;
            case 'n' -> SimpleType.INT;
            case 'b' -> SimpleType.BOOL;
            default -> ListType.create(SimpleType.STRING);
        };
    }
}
