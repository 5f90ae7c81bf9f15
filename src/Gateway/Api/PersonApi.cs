using BillingActors.Gateway.Audit;
using BillingActors.Gateway.Auth;
using BillingActors.Gateway.Http;
using BillingActors.Gateway.Persons;
using BillingActors.Gateway.Problems;
using BillingActors.Grains.Interfaces;
using BillingActors.Storage.Audit;
using Microsoft.AspNetCore.Http.HttpResults;

namespace BillingActors.Gateway.Api;

/// <summary>
/// /v1/customers/{id}/person: a person's own data out, restricted at once, erased when the law lets go.
/// </summary>
internal static class PersonApi
{
    public static void MapPersons(this IEndpointRouteBuilder routes)
    {
        var person = routes.MapGroup("/v1/customers/{id}/person").WithTags("Persons");
        person.MapGet("/", View).Reads(Permissions.PersonsErase).Refuses(ProblemCode.CustomerUnknown)
            .WithSummary("Shows whether a customer's data is restricted or erased, and until when the law wants it.");
        person.MapGet("/file", File).Reads(Permissions.PersonsExport).Refuses(ProblemCode.CustomerUnknown)
            .Noted("person-exported", "customer")
            .WithSummary("Everything that is stored of a customer; of documents what is known of them.");
        person.MapGet("/archive", Archive).Reads(Permissions.PersonsExport).Refuses(ProblemCode.CustomerUnknown)
            .Produces<Stream>(StatusCodes.Status200OK, PersonArchive.ContentType)
            .Noted("person-exported", "customer")
            .WithSummary("Everything that is stored of a customer as one ZIP: person.json, and documents as brought.");
        person.MapPost("/restrict", Restrict).Changes(Permissions.PersonsErase).NeedsReason()
            .Refuses(ProblemCode.CustomerUnknown)
            .WithSummary("Restricts a customer's data at once: search finds it no more.");
        person.MapPost("/erase", Erase).Changes(Permissions.PersonsErase).NeedsReason()
            .Refuses(ProblemCode.CustomerUnknown, ProblemCode.NotRestricted, ProblemCode.DutyRuns,
                "second-person-needed")
            .WithSummary("Destroys the key of a restricted customer's data; another person than who restricted it.");
    }

    private static async Task<Results<Ok<PersonView>, ProblemHttpResult>> View(
        string id, Caller caller, [AsParameters] Desk desk, CancellationToken cancellation) =>
        await desk.Persons.View(caller, id, desk.Today, cancellation) is { } view
            ? TypedResults.Ok(view)
            : Unknown();

    private static async Task<Results<Ok<PersonFile>, ProblemHttpResult>> File(
        string id, Caller caller, PersonFiles files, CancellationToken cancellation) =>
        await files.Of(caller, id, cancellation) is { } file ? TypedResults.Ok(file) : Unknown();

    private static async Task<Results<PushStreamHttpResult, ProblemHttpResult>> Archive(
        string id, Caller caller, PersonFiles files, PersonArchive archive, HttpContext http) =>
        await files.Of(caller, id, http.RequestAborted) is { } file ? archive.ToHttp(file, http) : Unknown();

    private static async Task<Results<Ok<PersonView>, ProblemHttpResult>> Restrict(
        string id, Command command, [AsParameters] Desk desk, CancellationToken cancellation) =>
        (await desk.Persons.Restrict(command.Caller, (id, desk.Today), desk.Note(command, id), cancellation))
            .ToOk(desk.Http);

    private static async Task<Results<Ok<PersonView>, ProblemHttpResult>> Erase(
        string id, Command command, [AsParameters] Desk desk, CancellationToken cancellation) =>
        (await desk.Persons.Erase(command.Caller, (id, desk.Today), desk.Note(command, id), cancellation))
            .ToOk(desk.Http);

    private static ProblemHttpResult Unknown() =>
        Refused.With(ProblemCode.CustomerUnknown, "There is no such customer.");

    private sealed record Desk(
        PersonDesk Persons, TimeProvider Clock, [FromKeyedServices(BillingClock.Key)] TimeProvider Business,
        HttpContext Http)
    {
        public DateOnly Today => DateOnly.FromDateTime(Business.GetUtcNow().UtcDateTime);

        public AuditEntry Note(Command command, string id) =>
            command.Note("", new AuditSubject("customer", id), Clock);
    }
}
