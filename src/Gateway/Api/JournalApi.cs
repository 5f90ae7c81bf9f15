using BillingActors.Gateway.Audit;
using BillingActors.Gateway.Auth;
using BillingActors.Gateway.Http;
using BillingActors.Gateway.Problems;
using BillingActors.Storage.Ledger;
using Microsoft.AspNetCore.Http.HttpResults;

namespace BillingActors.Gateway.Api;

/// <summary>/v1/ledger/{entityId}/journal: the journal as a file of hledger or beancount.</summary>
internal static class JournalApi
{
    private const string Text = "text/plain";
    private const int BufferLength = 1 << 16;

    public static void MapJournal(this IEndpointRouteBuilder ledger) =>
        ledger.MapGet("/journal", Journal).Reads(Permissions.LedgerRead)
            .Refuses(ProblemCode.RecordUnknown, ProblemCode.PeriodInvalid, ProblemCode.RequestInvalid)
            .Produces<string>(StatusCodes.Status200OK, Text)
            .Noted("journal-exported", "legal-entity")
            .WithSummary("The journal for hledger or beancount, with the subledger's balances at each month's end.");

    private static async Task<Results<FileStreamHttpResult, ProblemHttpResult>> Journal(
        [AsParameters] LedgerRoute route, [AsParameters] Wanted wanted, CancellationToken cancellation)
    {
        if (new DayRange(wanted.From, wanted.Until).Problem is { } problem)
            return problem;
        if (wanted.Kind is not { } format)
            return Refused.With(ProblemCode.RequestInvalid, "format must be hledger or beancount.");
        if (await route.Books(wanted.Until.AddDays(-1), cancellation) is not { } books)
            return LedgerRoute.Unknown();
        var range = new JournalRange(wanted.From, wanted.Until, format, wanted.ByDay ?? false);
        return TypedResults.File(await Write(route, books, range, cancellation), Text + "; charset=utf-8");
    }

    /// <summary>Into a file of its own that ends with the answer: a year may be larger than memory.</summary>
    private static async Task<FileStream> Write(
        LedgerRoute route, BooksQuery books, JournalRange range, CancellationToken cancellation)
    {
        var path = Path.Combine(Path.GetTempPath(), Path.GetRandomFileName());
        var file = new FileStream(
            path, FileMode.CreateNew, FileAccess.ReadWrite, FileShare.None, BufferLength, FileOptions.DeleteOnClose);
        try
        {
            await using (var writer = new StreamWriter(file, leaveOpen: true))
                await route.Reports.WriteJournal(books, range, writer, cancellation);
            file.Position = 0;
            return file;
        }
        catch
        {
            await file.DisposeAsync();
            throw;
        }
    }

    private sealed record Wanted(DateOnly From, DateOnly Until, string? Format = null, bool? ByDay = null)
    {
        public JournalFormat? Kind => Format switch
        {
            null or "hledger" => JournalFormat.Hledger,
            "beancount" => JournalFormat.Beancount,
            _ => null,
        };
    }
}
