using Microsoft.AspNetCore.OpenApi;
using Microsoft.OpenApi;

namespace BillingActors.Gateway.OpenApi;

/// <summary>Writes what holds for every operation: how to authenticate, repeat, page, and read problems.</summary>
internal static class DocumentNotes
{
    private const string Scheme = "bearer";

    private const string Contract = """
        **Credentials.** `Authorization: Bearer` with an API key (`bak_…`) or a token. Roles give permissions; a
        caller can be limited to legal entities, and what lies outside answers like what does not exist.

        **Repeating.** Every call that changes something carries an `Idempotency-Key` (8 to 255 ASCII characters,
        bare or in double quotes). The same call with the same key has its effect once and answers the same status
        and body again, with `Idempotent-Replay: true`. The same key with another content is refused with
        `id-reused`. The key holds for the resource it was sent to, and for ever where money moved. After a 503 or a
        broken connection, send the same again. The text of a new API key is the exception: it is shown once.

        **Versions.** `ETag` is the version of what was read. Calls that replace something need it in `If-Match`
        (428 without, 412 when it is stale), or `If-None-Match: *` for a new record.

        **Numbers.** Amounts in minor units are integers; prices, quantities and percentages are decimals in
        strings. Members that are not in the schema, or twice in a body, are refused.

        **Pages.** Lists take `limit` (1 to 500, default 50) and `cursor`; `nextCursor` is null at the end. A cursor
        belongs to one list, one caller and one set of filters.

        **Problems.** Every 4xx and 5xx is `application/problem+json` with a stable `code`; the list stands in
        problems.md.

        **Limits.** Calls are counted per key or person, apart for reading, changing and files; beyond the limit
        comes 429 with `Retry-After`.
        """;

    public static Task Apply(
        OpenApiDocument document, OpenApiDocumentTransformerContext context, CancellationToken cancellation)
    {
        document.Info = new OpenApiInfo { Title = "BillingActors", Version = "v1", Description = Contract };
        document.Servers?.Clear(); // The document is the same wherever it is served.
        document.AddComponent<IOpenApiSecurityScheme>(Scheme, new OpenApiSecurityScheme
        {
            Type = SecuritySchemeType.Http,
            Scheme = "bearer",
            Description = "An API key or a token.",
        });
        var scheme = new OpenApiSecuritySchemeReference(Scheme, document);
        document.Security = [new OpenApiSecurityRequirement { [scheme] = [] }];
        return Task.CompletedTask;
    }
}
