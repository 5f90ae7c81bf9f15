using System.Collections.Immutable;
using System.CommandLine;
using BillingActors.Cli.Output;
using BillingActors.Grains.Interfaces.Streams;

namespace BillingActors.Cli.Verbs;

/// <summary>billing streams: how far the durable streams are, and decisions about what is in quarantine.</summary>
internal static class StreamVerbs
{
    private const string DiscardVerb = "discard";

    private static readonly Argument<string> Stream = new("STREAM") { Description = "Name of the stream." };

    private static readonly Argument<long> Id = new("ID") { Description = "Number in the quarantine." };

    public static Command Create(Terminal terminal) =>
        new("streams", "Durable streams: what waits, and what could not have its effect.")
        {
            List(terminal),
            Quarantine(terminal),
            Redrive(terminal),
            Discard(terminal),
        };

    private static Command List(Terminal terminal)
    {
        var command = new Command("list", "Shows lag, depth and quarantine of every stream.");
        command.SetAction(async (parsed, cancellation) =>
        {
            using var gateway = parsed.Gateway();
            var streams = await gateway.Get<ImmutableArray<StreamView>>("v1/streams", cancellation);
            foreach (var stream in streams)
            {
                if (parsed.WantsJson())
                    terminal.Json(stream);
                else
                    terminal.Line(Describe(stream));
            }
            return ExitCode.Ok;
        });
        return command.AsClient();
    }

    private static Command Quarantine(Terminal terminal)
    {
        var command = new Command("quarantine", "Lists records that wait for a decision, oldest first.") { Stream };
        command.SetAction(async (parsed, cancellation) =>
        {
            using var gateway = parsed.Gateway();
            var path = PathOf(parsed, "");
            await foreach (var row in gateway.Rows<QuarantineView>(path, cancellation))
            {
                if (parsed.WantsJson())
                    terminal.Json(row);
                else
                    terminal.Line(Describe(row));
            }
            return ExitCode.Ok;
        });
        return command.AsClient();
    }

    private static Command Redrive(Terminal terminal)
    {
        var command = new Command("redrive", "Sends a record through its stream once more.") { Stream, Id };
        command.SetAction((parsed, cancellation) => Decide(terminal, parsed, "redrive", cancellation));
        return command.AsChanging();
    }

    private static Command Discard(Terminal terminal)
    {
        var command = new Command(DiscardVerb, "Gives a record up: it will have no effect.")
        {
            Stream,
            Id,
            AccountOptions.Reason,
        };
        command.SetAction((parsed, cancellation) => Decide(terminal, parsed, DiscardVerb, cancellation));
        return command.AsChanging();
    }

    private static async Task<int> Decide(
        Terminal terminal, ParseResult parsed, string verb, CancellationToken cancellation)
    {
        using var gateway = parsed.Gateway();
        var id = parsed.GetRequiredValue(Id);
        var ask = parsed.Ask(terminal, verb == DiscardVerb ? parsed.GetRequiredValue(AccountOptions.Reason) : null);
        await gateway.Send<object>(
            HttpMethod.Post, PathOf(parsed, FormattableString.Invariant($"/{id}/{verb}")), null, ask, cancellation);
        if (!parsed.WantsJson())
            terminal.Line($"{id} of {parsed.GetRequiredValue(Stream)}: {verb}");
        return ExitCode.Ok;
    }

    private static string PathOf(ParseResult parsed, string rest) =>
        $"v1/streams/{Uri.EscapeDataString(parsed.GetRequiredValue(Stream))}/quarantine{rest}";

    private static string Describe(StreamView stream) =>
        $"{stream.Name}  epoch {stream.Epoch}, {stream.PartitionCount} partitions  "
        + $"{Amounts.Count(stream.WaitingRecords)} records wait, the oldest {stream.LagMilliseconds} ms  "
        + $"{Amounts.Count(stream.QuarantinedCount)} in quarantine";

    private static string Describe(QuarantineView row) =>
        $"{row.Id}  {row.At:yyyy-MM-dd HH:mm}  {row.Offset}  {row.Subject}  {row.Source} {row.RecordId}  "
        + $"{row.Code}: {row.Detail}";
}
