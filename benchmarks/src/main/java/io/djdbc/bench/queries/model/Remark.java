package io.djdbc.bench.queries.model;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What is inserted; the table numbers it. */
@Entity
@Table(name = "remark")
public class Remark {
    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    public @Nullable Long id;

    @Column(length = 50, nullable = false)
    public String author = "";

    @Column(length = 255, nullable = false)
    public String body = "";

    @Column(nullable = false)
    public int rating;

    /** So many new ones. */
    public static List<Remark> some(int count) {
        var remarks = new ArrayList<Remark>(count);
        for (int i = 0; i < count; i++) {
            var remark = new Remark();
            remark.author = "author";
            remark.body = "what the author has to say";
            remark.rating = i % 10;
            remarks.add(remark);
        }
        return remarks;
    }

    public String getAuthor() {
        return author;
    }

    public String getBody() {
        return body;
    }

    public int getRating() {
        return rating;
    }
}
