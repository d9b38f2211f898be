package fr.faireavec.factors;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;

import fr.faireavec.kernel.BaseUrl;
import fr.faireavec.kernel.Refusal;
import fr.faireavec.web.SecurityLog;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.web.webauthn.api.AuthenticatorAssertionResponse;
import org.springframework.security.web.webauthn.api.AuthenticatorAttestationResponse;
import org.springframework.security.web.webauthn.api.AuthenticatorSelectionCriteria;
import org.springframework.security.web.webauthn.api.Bytes;
import org.springframework.security.web.webauthn.api.PublicKeyCredential;
import org.springframework.security.web.webauthn.api.PublicKeyCredentialCreationOptions;
import org.springframework.security.web.webauthn.api.PublicKeyCredentialCreationOptions.PublicKeyCredentialCreationOptionsBuilder;
import org.springframework.security.web.webauthn.api.PublicKeyCredentialRequestOptions;
import org.springframework.security.web.webauthn.api.PublicKeyCredentialRequestOptions.PublicKeyCredentialRequestOptionsBuilder;
import org.springframework.security.web.webauthn.api.PublicKeyCredentialRpEntity;
import org.springframework.security.web.webauthn.api.ResidentKeyRequirement;
import org.springframework.security.web.webauthn.api.UserVerificationRequirement;
import org.springframework.security.web.webauthn.jackson.WebauthnJacksonModule;
import org.springframework.security.web.webauthn.management.ImmutablePublicKeyCredentialCreationOptionsRequest;
import org.springframework.security.web.webauthn.management.ImmutablePublicKeyCredentialRequestOptionsRequest;
import org.springframework.security.web.webauthn.management.ImmutableRelyingPartyRegistrationRequest;
import org.springframework.security.web.webauthn.management.RelyingPartyAuthenticationRequest;
import org.springframework.security.web.webauthn.management.RelyingPartyPublicKey;
import org.springframework.security.web.webauthn.management.Webauthn4JRelyingPartyOperations;
import org.springframework.stereotype.Component;

/**
 * The two ceremonies of a passkey, made and checked by Spring Security: of each only the
 * challenge needs to be remembered, which keeps sessions small and plain. The person is
 * always verified (a finger, a face, a PIN): that is what makes a passkey two factors.
 */
@Component
class Ceremonies {

	private static final Duration PATIENCE = Duration.ofMinutes(5);

	private final PasskeyOwners owners;

	private final PasskeyCredentials credentials;

	private final BaseUrl baseUrl;

	private final SecurityLog log;

	private final JsonMapper json = JsonMapper.builder().addModule(new WebauthnJacksonModule()).build();

	private @Nullable Webauthn4JRelyingPartyOperations operations;

	Ceremonies(PasskeyOwners owners, PasskeyCredentials credentials, BaseUrl baseUrl, SecurityLog log) {
		this.owners = owners;
		this.credentials = credentials;
		this.baseUrl = baseUrl;
		this.log = log;
	}

	/** What the browser is asked to make a key with. */
	Asked registration(UUID accountId) {
		return asked(registrationOptions(accountId, Bytes.random()));
	}

	/**
	 * Checks and keeps the key the browser made.
	 * @throws Refusal when it does not answer this challenge, or was made elsewhere
	 */
	void register(UUID accountId, String challenge, String credential, String name) {
		checked(() -> {
			PublicKeyCredential<AuthenticatorAttestationResponse> made = this.json.readValue(credential,
					new TypeReference<>() {
					});
			operations().registerCredential(new ImmutableRelyingPartyRegistrationRequest(
					registrationOptions(accountId, Bytes.fromBase64(challenge)),
					new RelyingPartyPublicKey(made, name)));
			return accountId;
		});
	}

	/** What the browser is asked to sign: any key of this site will do. */
	Asked authentication() {
		return asked(authenticationOptions(Bytes.random()));
	}

	/**
	 * Whose account the signed challenge opens.
	 * @throws Refusal when the key is unknown, or did not sign this challenge here
	 */
	UUID authenticate(String challenge, String credential) {
		return checked(() -> {
			PublicKeyCredential<AuthenticatorAssertionResponse> shown = this.json.readValue(credential,
					new TypeReference<>() {
					});
			Bytes handle = operations()
				.authenticate(new RelyingPartyAuthenticationRequest(authenticationOptions(Bytes.fromBase64(challenge)),
						shown))
				.getId();
			return Objects.requireNonNull(PasskeyCredentials.account(handle));
		});
	}

	private PublicKeyCredentialCreationOptions registrationOptions(UUID accountId, Bytes challenge) {
		Webauthn4JRelyingPartyOperations made = build();
		made.setCustomizeCreationOptions(
				(PublicKeyCredentialCreationOptionsBuilder options) -> options.challenge(challenge)
					.timeout(PATIENCE)
					.authenticatorSelection(AuthenticatorSelectionCriteria.builder()
						.residentKey(ResidentKeyRequirement.REQUIRED)
						.userVerification(UserVerificationRequirement.REQUIRED)
						.build()));
		return made.createPublicKeyCredentialCreationOptions(new ImmutablePublicKeyCredentialCreationOptionsRequest(
				UsernamePasswordAuthenticationToken.authenticated(accountId.toString(), null, List.of())));
	}

	private PublicKeyCredentialRequestOptions authenticationOptions(Bytes challenge) {
		Webauthn4JRelyingPartyOperations made = build();
		made.setCustomizeRequestOptions(
				(PublicKeyCredentialRequestOptionsBuilder options) -> options.challenge(challenge)
					.timeout(PATIENCE)
					.userVerification(UserVerificationRequirement.REQUIRED));
		return made.createCredentialRequestOptions(new ImmutablePublicKeyCredentialRequestOptionsRequest(null));
	}

	private Asked asked(PublicKeyCredentialCreationOptions options) {
		return new Asked(options.getChallenge().toBase64UrlString(), this.json.writeValueAsString(options));
	}

	private Asked asked(PublicKeyCredentialRequestOptions options) {
		return new Asked(options.getChallenge().toBase64UrlString(), this.json.writeValueAsString(options));
	}

	private Webauthn4JRelyingPartyOperations operations() {
		Webauthn4JRelyingPartyOperations known = this.operations;
		if (known == null) {
			known = build();
			this.operations = known;
		}
		return known;
	}

	private Webauthn4JRelyingPartyOperations build() {
		return new Webauthn4JRelyingPartyOperations(this.owners, this.credentials,
				PublicKeyCredentialRpEntity.builder().id(this.baseUrl.host()).name("Faire avec").build(),
				Set.of(this.baseUrl.origin()));
	}

	// Whatever a browser, or somebody who is none, sends: it is a key or it is not.
	private UUID checked(java.util.function.Supplier<UUID> ceremony) {
		try {
			return ceremony.get();
		}
		catch (JacksonException malformed) {
			throw new Refusal("factors.passkey.unreadable");
		}
		catch (RuntimeException refused) {
			this.log.note("passkey.refused", Map.of("why", refused.toString()));
			throw new Refusal("factors.passkey.refused");
		}
	}

	/** The challenge to remember, and the options for the browser as JSON. */
	record Asked(String challenge, String options) {
	}

}
