package fr.faireavec.kernel;

import java.util.UUID;

import jakarta.persistence.Id;
import jakarta.persistence.MappedSuperclass;
import jakarta.persistence.Version;
import org.jspecify.annotations.Nullable;

import org.springframework.data.domain.Persistable;

/**
 * What every entity is: something with an identity of its own, set once, and a version.
 */
@MappedSuperclass
public abstract class Identified implements Persistable<UUID> {

	@Id
	private UUID id;

	@Version
	private @Nullable Integer version;

	@SuppressWarnings("NullAway.Init")
	protected Identified() {
	}

	protected Identified(UUID id) {
		this.id = id;
	}

	@Override
	public UUID getId() {
		return this.id;
	}

	/** Inserted rather than merged: the id is there from the start. */
	@Override
	public boolean isNew() {
		return this.version == null;
	}

	/** The version to carry in a form; 0 before the first write. */
	public int getVersion() {
		return (this.version != null) ? this.version : 0;
	}

	/**
	 * Refuses an edit made on another version than this one.
	 * @throws StaleEdit when somebody else wrote in the meantime
	 */
	public void requireVersion(int expected) {
		if (expected != getVersion()) {
			throw new StaleEdit();
		}
	}

	// Through the getter: a lazy proxy has no field of its own.
	@Override
	public final boolean equals(@Nullable Object other) {
		return this == other || (other instanceof Identified that && getId().equals(that.getId())
				&& entityClass().equals(that.entityClass()));
	}

	@Override
	public final int hashCode() {
		return getId().hashCode();
	}

	private Class<?> entityClass() {
		Class<?> type = getClass();
		return type.getSimpleName().contains("$") ? type.getSuperclass() : type;
	}

}
