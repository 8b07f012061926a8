package io.djdbc.conformance.site.auth;

import io.djdbc.query.model.RelationOptions;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.Id;
import jakarta.persistence.ManyToMany;
import java.time.Instant;
import java.util.Set;

/** Who logs in. */
@Entity
public class User {
    @Id
    @GeneratedValue
    public Integer id;

    @Column(nullable = false, length = 128)
    public String password;

    public Instant lastLogin;
    public boolean isSuperuser;

    @Column(nullable = false, unique = true, length = 150)
    public String username;

    @Column(nullable = false, length = 150)
    public String firstName = "";

    @Column(nullable = false, length = 150)
    public String lastName = "";

    @Column(nullable = false, length = 254)
    public String email = "";

    public boolean isStaff;
    public boolean isActive = true;

    @Column(nullable = false)
    public Instant dateJoined = Instant.now();

    @ManyToMany
    @RelationOptions(relatedName = "user_set", relatedQueryName = "user")
    public Set<Group> groups;

    @ManyToMany
    @RelationOptions(relatedName = "user_set", relatedQueryName = "user")
    public Set<Permission> userPermissions;
}
