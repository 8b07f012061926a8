package io.djdbc.conformance.databases;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.extension.BeforeClassTemplateInvocationCallback;
import org.junit.jupiter.api.extension.ClassTemplateInvocationContext;
import org.junit.jupiter.api.extension.ClassTemplateInvocationContextProvider;
import org.junit.jupiter.api.extension.Extension;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;
import org.junit.platform.commons.support.AnnotationSupport;

/** The machinery of {@link EachDatabase}: one invocation of the class a database, there or not. */
final class EachDatabaseExtension implements ClassTemplateInvocationContextProvider {

    @Override
    public boolean supportsClassTemplate(ExtensionContext context) {
        return AnnotationSupport.isAnnotated(context.getRequiredTestClass(), EachDatabase.class);
    }

    @Override
    public Stream<ClassTemplateInvocationContext> provideClassTemplateInvocationContexts(ExtensionContext context) {
        List<String> meant = AnnotationSupport.findAnnotation(context.getRequiredTestClass(), EachDatabase.class)
                .map(annotation -> Arrays.asList(annotation.value()))
                .orElseThrow();
        return TestDatabases.names().stream()
                .filter(name -> meant.isEmpty() || meant.contains(name))
                .map(OneDatabase::new);
    }

    /** One run of the class; the database is started only when its turn has come. */
    private record OneDatabase(String name) implements ClassTemplateInvocationContext {

        @Override
        public String getDisplayName(int invocationIndex) {
            return name;
        }

        @Override
        public List<Extension> getAdditionalExtensions() {
            return List.of(new NotRun(name), new Database(name));
        }
    }

    /** Ends the whole run of the class at once, as aborted: JUnit's word for neither passed nor failed. */
    private record NotRun(String name) implements BeforeClassTemplateInvocationCallback {

        @Override
        public void beforeClassTemplateInvocation(ExtensionContext context) {
            TestDatabases.named(name);
        }
    }

    private record Database(String name) implements ParameterResolver {

        @Override
        public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
            return parameter.getParameter().getType() == TestDatabase.class;
        }

        @Override
        public TestDatabase resolveParameter(ParameterContext parameter, ExtensionContext context) {
            return TestDatabases.named(name);
        }
    }
}
