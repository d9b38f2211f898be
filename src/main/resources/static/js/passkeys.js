// Passkeys need the browser: where it knows none, their buttons stay hidden and every
// other way in remains.
(() => {
  if (!window.PublicKeyCredential || !navigator.credentials) {
    return;
  }
  const bytes = (text) => Uint8Array.from(
    atob(text.replace(/-/g, '+').replace(/_/g, '/').padEnd(Math.ceil(text.length / 4) * 4, '=')),
    (letter) => letter.charCodeAt(0));
  const text = (buffer) => btoa(String.fromCharCode(...new Uint8Array(buffer)))
    .replace(/\+/g, '-').replace(/\//g, '_').replace(/=+$/, '');

  const post = async (address, token, body) => {
    const answer = await fetch(address, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json', Accept: 'application/json', 'X-CSRF-TOKEN': token },
      body,
    });
    let said = {};
    try {
      said = await answer.json();
    } catch {
      // An answer without words: the page has its own.
    }
    if (!answer.ok) {
      throw Object.assign(new Error(), { said: said.message });
    }
    return said;
  };

  const create = async (options) => {
    const made = await navigator.credentials.create({
      publicKey: {
        ...options,
        challenge: bytes(options.challenge),
        user: { ...options.user, id: bytes(options.user.id) },
        excludeCredentials: (options.excludeCredentials || []).map((known) => ({ ...known, id: bytes(known.id) })),
      },
    });
    return {
      id: made.id,
      rawId: text(made.rawId),
      type: made.type,
      authenticatorAttachment: made.authenticatorAttachment,
      clientExtensionResults: made.getClientExtensionResults(),
      response: {
        attestationObject: text(made.response.attestationObject),
        clientDataJSON: text(made.response.clientDataJSON),
        transports: made.response.getTransports ? made.response.getTransports() : [],
      },
    };
  };

  const get = async (options) => {
    const shown = await navigator.credentials.get({
      publicKey: {
        ...options,
        challenge: bytes(options.challenge),
        allowCredentials: (options.allowCredentials || []).map((known) => ({ ...known, id: bytes(known.id) })),
      },
    });
    return {
      id: shown.id,
      rawId: text(shown.rawId),
      type: shown.type,
      authenticatorAttachment: shown.authenticatorAttachment,
      clientExtensionResults: shown.getClientExtensionResults(),
      response: {
        authenticatorData: text(shown.response.authenticatorData),
        clientDataJSON: text(shown.response.clientDataJSON),
        signature: text(shown.response.signature),
        userHandle: shown.response.userHandle ? text(shown.response.userHandle) : undefined,
      },
    };
  };

  document.querySelectorAll('[data-passkey]').forEach((place) => {
    const button = place.querySelector('button');
    const trouble = place.querySelector('[data-passkey-trouble]');
    const { address, options, token, ceremony } = place.dataset;
    place.hidden = false;
    button.addEventListener('click', async () => {
      button.disabled = true;
      trouble.hidden = true;
      try {
        const asked = await post(options, token);
        const answer = await (ceremony === 'create' ? create(asked) : get(asked));
        location.assign((await post(address, token, JSON.stringify(answer))).next);
      } catch (problem) {
        button.disabled = false;
        trouble.textContent = problem.said
          || (problem.name === 'InvalidStateError' ? trouble.dataset.known : trouble.dataset.given);
        trouble.hidden = false;
        trouble.focus();
      }
    });
  });
})();
