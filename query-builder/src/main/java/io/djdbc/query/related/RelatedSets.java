package io.djdbc.query.related;

import io.djdbc.query.FieldError;
import io.djdbc.query.RelatedSet;
import io.djdbc.query.execute.Session;
import io.djdbc.query.model.Accessor;
import io.djdbc.query.model.Attribute;
import io.djdbc.query.model.ForeignKey;
import io.djdbc.query.model.ManyToMany;
import io.djdbc.query.model.Model;
import io.djdbc.query.model.ReverseRelation;
import io.djdbc.query.write.Saving;
import java.util.Set;
import java.util.TreeSet;

/** The related set of an instance by its name. */
public final class RelatedSets {

    private RelatedSets() {}

    /**
     * @param name an attribute of the class, or the name of a way back ({@code entry_set})
     * @throws FieldError if the model has no such relation to many
     */
    public static <R> RelatedSet<R> of(Session session, Object instance, String name) {
        Model model = Saving.model(session, instance);
        ReverseRelation reverse = Attributes.reverse(model, name);
        if (reverse != null && reverse.isManyToMany()) {
            return new ManyToManySet<>(session, instance, ManyToManySide.reverse((ManyToMany) reverse.forward()));
        }
        if (reverse != null && reverse.forward() instanceof ForeignKey key && !reverse.isOneToOne()) {
            return new ReverseKeySet<>(session, instance, key);
        }
        Attribute attribute = model.attribute(name);
        if (attribute instanceof ManyToMany relation) {
            return new ManyToManySet<>(session, instance, ManyToManySide.forward(relation));
        }
        throw new FieldError("'" + model.name() + "' has no relation to many named '" + name + "'. Choices are: "
                + String.join(", ", choices(model)));
    }

    private static Set<String> choices(Model model) {
        Set<String> choices = new TreeSet<>();
        model.manyToMany().forEach(relation -> choices.add(relation.name()));
        for (ReverseRelation relation : model.reverseRelations()) {
            String accessor = relation.accessorName();
            Accessor declared = relation.accessor();
            if (accessor != null && relation.isMultiple()) {
                choices.add(accessor);
            } else if (declared != null && relation.isMultiple()) {
                choices.add(declared.javaName());
            }
        }
        return choices;
    }
}
