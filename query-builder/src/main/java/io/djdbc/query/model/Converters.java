package io.djdbc.query.model;

import jakarta.persistence.AttributeConverter;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;

/** Reads JPA's converters. */
final class Converters {

    private Converters() {}

    /** A converter and the class of the attributes that it is for. */
    record Read(Class<?> attributeType, Conversions.Typed conversion) {}

    static Read read(Class<?> type) {
        if (!AttributeConverter.class.isAssignableFrom(type)) {
            throw new ModelException(type.getName() + " is no jakarta.persistence.AttributeConverter");
        }
        TypeVariables variables = new TypeVariables(type);
        for (Class<?> at = type; at != null; at = at.getSuperclass()) {
            for (Type declared : at.getGenericInterfaces()) {
                if (declared instanceof ParameterizedType parameterized
                        && parameterized.getRawType() == AttributeConverter.class) {
                    Type[] types = parameterized.getActualTypeArguments();
                    Object converter = Accessors.constructor(type).get();
                    return new Read(
                            JavaTypes.boxed(variables.raw(types[0])),
                            Conversions.of(
                                    (AttributeConverter<?, ?>) converter, JavaTypes.boxed(variables.raw(types[1]))));
                }
            }
        }
        throw new ModelException(type.getName() + " does not say which types it converts");
    }
}
