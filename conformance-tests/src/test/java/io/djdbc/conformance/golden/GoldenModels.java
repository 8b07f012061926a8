package io.djdbc.conformance.golden;

import io.djdbc.conformance.golden.blog.Author;
import io.djdbc.conformance.golden.blog.Blog;
import io.djdbc.conformance.golden.blog.Dog;
import io.djdbc.conformance.golden.blog.Entry;
import io.djdbc.conformance.golden.blog.EntryDetail;
import io.djdbc.conformance.golden.blog.ThemeBlog;
import io.djdbc.conformance.golden.odd.ActivePerson;
import io.djdbc.conformance.golden.odd.AuditNote;
import io.djdbc.conformance.golden.odd.Category;
import io.djdbc.conformance.golden.odd.City;
import io.djdbc.conformance.golden.odd.Country;
import io.djdbc.conformance.golden.odd.Membership;
import io.djdbc.conformance.golden.odd.Order;
import io.djdbc.conformance.golden.odd.OrderLine;
import io.djdbc.conformance.golden.odd.Passport;
import io.djdbc.conformance.golden.odd.Person;
import io.djdbc.conformance.golden.odd.Product;
import io.djdbc.conformance.golden.odd.Sample;
import io.djdbc.conformance.golden.odd.Team;
import io.djdbc.conformance.golden.odd.TheQuiteLongNamedModelForIdentifierTests;
import io.djdbc.conformance.golden.wide.Over128;
import io.djdbc.conformance.golden.wide.Over63;
import io.djdbc.conformance.golden.wide.Quoted;
import io.djdbc.query.model.Models;
import java.util.List;

/** The golden models as annotated classes, in the order in which Django has them. */
public final class GoldenModels {

    private static final List<Class<?>> CLASSES = List.of(
            Blog.class,
            Author.class,
            Entry.class,
            ThemeBlog.class,
            EntryDetail.class,
            Dog.class,
            Country.class,
            City.class,
            Person.class,
            ActivePerson.class,
            Team.class,
            Membership.class,
            Passport.class,
            Category.class,
            Product.class,
            Order.class,
            OrderLine.class,
            AuditNote.class,
            Sample.class,
            TheQuiteLongNamedModelForIdentifierTests.class,
            Over63.class,
            Over128.class,
            Quoted.class);

    private GoldenModels() {}

    /** All classes, those of application {@code wide} among them, whose names are too long to be created everywhere. */
    public static List<Class<?>> classes() {
        return CLASSES;
    }

    /** A registry of its own. */
    public static Models models() {
        return Models.of(CLASSES);
    }
}
