package fr.faireavec.signin.web;

import java.time.Duration;
import java.time.Instant;
import java.util.Set;

import org.jspecify.annotations.Nullable;

import org.springframework.session.Session;
import org.springframework.session.SessionRepository;

/**
 * Notes that somebody was here at most once a minute: reading a page writes nothing most
 * of the time.
 */
class SparingSessions implements SessionRepository<SparingSessions.Kept> {

	private static final Duration OFTEN_ENOUGH = Duration.ofMinutes(1);

	private final SessionRepository<Session> stored;

	@SuppressWarnings("unchecked")
	SparingSessions(SessionRepository<? extends Session> stored) {
		this.stored = (SessionRepository<Session>) stored;
	}

	@Override
	public Kept createSession() {
		return new Kept(this.stored.createSession());
	}

	@Override
	public void save(Kept session) {
		this.stored.save(session.inner);
	}

	@Override
	public @Nullable Kept findById(String id) {
		Session found = this.stored.findById(id);
		return (found != null) ? new Kept(found) : null;
	}

	@Override
	public void deleteById(String id) {
		this.stored.deleteById(id);
	}

	/** A session that is not touched at each request. */
	static final class Kept implements Session {

		private final Session inner;

		private Kept(Session inner) {
			this.inner = inner;
		}

		@Override
		public void setLastAccessedTime(Instant time) {
			if (Duration.between(this.inner.getLastAccessedTime(), time).compareTo(OFTEN_ENOUGH) >= 0) {
				this.inner.setLastAccessedTime(time);
			}
		}

		@Override
		public String getId() {
			return this.inner.getId();
		}

		@Override
		public String changeSessionId() {
			return this.inner.changeSessionId();
		}

		@Override
		@SuppressWarnings("TypeParameterUnusedInFormals")
		public <T> @Nullable T getAttribute(String name) {
			return this.inner.getAttribute(name);
		}

		@Override
		public Set<String> getAttributeNames() {
			return this.inner.getAttributeNames();
		}

		@Override
		public void setAttribute(String name, @Nullable Object value) {
			this.inner.setAttribute(name, value);
		}

		@Override
		public void removeAttribute(String name) {
			this.inner.removeAttribute(name);
		}

		@Override
		public Instant getCreationTime() {
			return this.inner.getCreationTime();
		}

		@Override
		public Instant getLastAccessedTime() {
			return this.inner.getLastAccessedTime();
		}

		@Override
		public void setMaxInactiveInterval(Duration interval) {
			this.inner.setMaxInactiveInterval(interval);
		}

		@Override
		public Duration getMaxInactiveInterval() {
			return this.inner.getMaxInactiveInterval();
		}

		@Override
		public boolean isExpired() {
			return this.inner.isExpired();
		}

	}

}
