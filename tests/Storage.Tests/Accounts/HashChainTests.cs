using BillingActors.Domain.Accounts;
using BillingActors.Domain.Primitives;
using BillingActors.Storage.Accounts;
using CsCheck;
using NodaTime;

namespace BillingActors.Storage.Tests.Accounts;

public sealed class HashChainTests
{
    private static readonly byte[] Start = HashChain.Start.ToArray();

    private static readonly EventEnvelope Envelope = new(
        new CommandContext("command-1", new Actor(ActorKind.Person, "clerk"),
            "api", Instant.FromUnixTimeTicks(12345670), null),
        "hash",
        null,
        1,
        []);

    [Fact]
    public void Each_part_of_the_envelope_is_in_the_link()
    {
        var context = Envelope.Context;
        EventEnvelope[] changed =
        [
            Envelope,
            Envelope with { Version = 2 },
            Envelope with { RequestHash = "other" },
            Envelope with { Reference = "" },
            Envelope with { Context = context with { CommandId = "command-2" } },
            Envelope with { Context = context with { Source = "cli" } },
            Envelope with { Context = context with { Reason = "" } },
            Envelope with { Context = context with { At = context.At + Duration.FromNanoseconds(1000) } },
            Envelope with { Context = context with { Actor = new Actor(ActorKind.Key, "clerk") } },
            Envelope with { Context = context with { Actor = new Actor(ActorKind.Person, "clerk2") } },
        ];
        var links = changed.Select(envelope => HashChain.Link(Start, "E/A", envelope, "{}"u8))
            .Append(HashChain.Link(Start, "E/B", Envelope, "{}"u8))
            .Append(HashChain.Link(Start, "E/A", Envelope, "{ }"u8))
            .Append(HashChain.Link([1, .. Start[1..]], "E/A", Envelope, "{}"u8))
            .Select(Convert.ToHexString)
            .ToList();

        Assert.Equal(links.Count, links.Distinct(StringComparer.Ordinal).Count());
    }

    [Fact]
    public void Numbers_are_not_in_the_link_but_in_the_document_hash()
    {
        var numbered = Envelope with { Numbers = [new DocumentNumber("INV", 1)] };

        Assert.Equal(HashChain.Link(Start, "E/A", Envelope, "{}"u8), HashChain.Link(Start, "E/A", numbered, "{}"u8));
        Assert.NotEqual(
            HashChain.DocumentHash(new DocumentNumber("INV", 1), "{}"u8),
            HashChain.DocumentHash(new DocumentNumber("INV", 2), "{}"u8));
    }

    [Fact]
    public void Stored_instants_come_back_exactly() =>
        Gen.Long[-60_000_000_000_000_000, 250_000_000_000_000_000].Sample(ticks =>
        {
            var stored = HashChain.Stored(Instant.FromUnixTimeTicks(ticks));
            Assert.Equal(stored, HashChain.FromMicroseconds(HashChain.Microseconds(stored)));
            Assert.InRange(ticks - stored.ToUnixTimeTicks(), 0, 9);
        });
}
