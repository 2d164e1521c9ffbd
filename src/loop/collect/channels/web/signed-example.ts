// A command one can paste: it signs a small message as the Standard Webhooks specification asks and posts it.

/** @param address full address of the source @param secret `whsec_…`, or the name of a variable that holds it */
export function signedCurl(address: string, secret: string): string {
  return [
    `SECRET='${secret}'`,
    `BODY='{"items":[{"externalId":"demo-1","text":"…","rating":2}]}'`,
    'ID="msg_$(date +%s)"; AT=$(date +%s)',
    `KEY=$(printf %s "\${SECRET#whsec_}" | base64 -d | od -An -tx1 | tr -d ' \\n')`,
    `SIGN=$(printf '%s.%s.%s' "$ID" "$AT" "$BODY" | openssl dgst -sha256 -mac HMAC -macopt hexkey:"$KEY" -binary | base64)`,
    `curl -X POST ${address} \\`,
    `  -H "webhook-id: $ID" -H "webhook-timestamp: $AT" -H "webhook-signature: v1,$SIGN" \\`,
    `  -H 'content-type: application/json' -d "$BODY"`,
  ].join('\n');
}
