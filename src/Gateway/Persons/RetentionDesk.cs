using System.Collections.Immutable;
using BillingActors.Gateway.Problems;
using BillingActors.Grains.Interfaces.Commands;
using BillingActors.Storage.Audit;
using BillingActors.Storage.Privacy;

namespace BillingActors.Gateway.Persons;

/// <summary>Changes how long kinds of records are kept: one asks, another one agrees.</summary>
internal sealed class RetentionDesk(IPersonStore store)
{
    private const int YearsMax = 30;

    public Task<ImmutableArray<StoredRetention>> List(CancellationToken cancellation) => store.Retention(cancellation);

    public async Task<Reply<StoredRetention>> Ask(
        string name, int years, AuditEntry noted, CancellationToken cancellation)
    {
        if (years is < 0 or > YearsMax)
            return No(ProblemCode.RetentionInvalid, $"{years} years are asked for.");
        if (await Find(name, cancellation) is not { } before)
            return Unknown();
        var entry = noted with
        {
            Action = "retention-change-asked",
            Subject = Of(name),
            Before = Text(before.Years),
            After = Text(years),
        };
        return await store.AskRetention(name, years, entry, cancellation)
            ? await Now(name, cancellation)
            : Unknown();
    }

    public async Task<Reply<StoredRetention>> Approve(string name, AuditEntry noted, CancellationToken cancellation)
    {
        if (await Find(name, cancellation) is not { } before)
            return Unknown();
        if (before.AskedYears is not { } years)
            return No(ProblemCode.NothingAsked, "Nobody asked for a change, or it was decided.");
        if (before.AskedBy == noted.ActorId)
            return No("second-person-needed", "You asked for the change; another person agrees to it.");
        var entry = noted with
        {
            Action = "retention-changed",
            Subject = Of(name),
            Before = Text(before.Years),
            After = Text(years),
        };
        return await store.ApproveRetention(name, entry, cancellation)
            ? await Now(name, cancellation)
            : No(ProblemCode.NothingAsked, "Somebody else decided in the same moment.");
    }

    private async Task<StoredRetention?> Find(string name, CancellationToken cancellation) =>
        (await store.Retention(cancellation)).FirstOrDefault(kind => kind.Name == name);

    private async Task<Reply<StoredRetention>> Now(string name, CancellationToken cancellation) =>
        new(await Find(name, cancellation));

    private static AuditSubject Of(string name) => new("retention", name);

    private static string Text(int years) => years == 1 ? "1 year" : $"{years} years";

    private static Reply<StoredRetention> Unknown() =>
        No(ProblemCode.RetentionUnknown, "There is no such kind of record.");

    private static Reply<StoredRetention> No(string code, string detail) => Reply<StoredRetention>.No(code, detail);
}
