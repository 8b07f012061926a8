package io.djdbc.driver.settings;

import io.djdbc.dialect.Dialect;
import io.djdbc.dialect.ParameterSyntax;
import io.djdbc.driver.SettingsException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Parameters that look like ours but are not: errors if {@code STRICT_PARAMETERS}, otherwise warnings. */
final class Suspects {

    private final List<SettingsException> errors = new ArrayList<>();

    void addUnknown(String name, @Nullable String suggestion, String place) {
        String remedy = suggestion == null
                ? "; remove it, or pass it on to the vendor's driver with STRICT_PARAMETERS=false."
                : "; did you mean " + suggestion + "?";
        String message = name + ": unknown parameter" + place + remedy;
        errors.add(new SettingsException(message, name, null, List.of(), suggestion));
    }

    void addMisplaced(Setting setting, Dialect urlDialect) {
        boolean query = urlDialect.parameterSyntax() == ParameterSyntax.QUERY;
        String example = query ? "?NAME=value&NAME=value" : ";NAME=value;NAME=value";
        String message = setting.name() + ": not behind a separator of parameters; in a URL of " + urlDialect.name()
                + " they are written " + example + ".";
        errors.add(new SettingsException(message, setting.name(), null, List.of(), null));
    }

    /** The warnings, if that is all they are to be. */
    List<String> judge(boolean strict) throws SettingsException {
        List<String> warnings = new ArrayList<>();
        for (SettingsException error : errors) {
            if (strict) {
                throw error;
            }
            warnings.add(error.getMessage() + " Passed on to the vendor's driver as STRICT_PARAMETERS=false says.");
        }
        return warnings;
    }
}
