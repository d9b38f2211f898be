package fr.faireavec.mail;

import java.util.UUID;

import org.jspecify.annotations.Nullable;

/**
 * A letter to post. Two postings with one key make one letter; letters with one topic
 * reach one person in the order they were posted.
 *
 * @param recipientId a person; of a guest, what their letters have in common
 * @param toGuest whether they have no sheet here: the address is all that is known
 */
public record Posting(String kind, UUID recipientId, UUID subjectId, String key, String topic, @Nullable String address,
		@Nullable String secret, boolean toGuest) {

	/** To the person's own address; once for this kind, person and subject. */
	public static Posting of(String kind, UUID recipientId, UUID subjectId) {
		return new Posting(kind, recipientId, subjectId, kind + ":" + recipientId + ":" + subjectId,
				subjectId.toString(), null, null, false);
	}

	/** Told apart from another one of this kind, to this person, about this subject. */
	public Posting apart(String mark) {
		return new Posting(this.kind, this.recipientId, this.subjectId, this.key + ":" + mark, this.topic, this.address,
				this.secret, this.toGuest);
	}

	/** With a secret, sealed until it is sent and then forgotten. */
	public Posting with(String carried) {
		return new Posting(this.kind, this.recipientId, this.subjectId, this.key, this.topic, this.address, carried,
				this.toGuest);
	}

	/** Reaches the person after what was posted to them about the same topic before. */
	public Posting inOrder(String commonTopic) {
		return new Posting(this.kind, this.recipientId, this.subjectId, this.key, commonTopic, this.address,
				this.secret, this.toGuest);
	}

	/** To another address than the one the person has. */
	public Posting to(String otherAddress) {
		return new Posting(this.kind, this.recipientId, this.subjectId, this.key, this.topic, otherAddress, this.secret,
				this.toGuest);
	}

	/** To somebody who has no sheet here, at their address. */
	public Posting toGuest(String theirAddress) {
		return new Posting(this.kind, this.recipientId, this.subjectId, this.key, this.topic, theirAddress, this.secret,
				true);
	}

}
