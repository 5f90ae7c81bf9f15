using BillingActors.Domain.Accounts;
using BillingActors.Domain.Primitives;
using NodaTime;

namespace BillingActors.Domain.Tests.Accounts;

/// <summary>Accounts, days and envelopes for examples; all of 2025 and in euro.</summary>
internal static class SampleAccount
{
    public static Currency Euro { get; } = Currency.Of("EUR");

    public static AccountEvent.Opened Opening { get; } = new("north", "C-1", "EUR", "monthly", 14, Day(1, 1));

    public static Account Open { get; } = Account.None.After(Opening);

    public static LocalDate Day(int month, int day) => new(2025, month, day);

    public static Money Eur(long minor) => new(minor, Euro);

    public static CommandContext Context(string? reason = null, string commandId = "command-1", string who = "anna") =>
        new(commandId, new Actor(ActorKind.Person, who), "api", Instant.FromUtc(2025, 1, 1, 0, 0), reason);

    public static EventEnvelope Envelope(
        string commandId = "command-1", long version = 1, params ReadOnlySpan<DocumentNumber> numbers) =>
        new(Context(commandId: commandId), "hash-of-" + commandId, null, version, [.. numbers]);

    public static AccountEvent.ContractStarted Start(
        string contractId, LocalDate from, LocalDate? until = null, string tariffId = "flat", string point = "SP-1") =>
        new(contractId, point, tariffId, from, until);

    public static AccountEvent.ChargeAdded Charge(
        string chargeId, long amountMinor, LocalDate on, string taxCategory = "standard") =>
        new(chargeId, "Reminder fee", amountMinor, taxCategory, on);

    /// <summary>The account after what a person decided, with a reason.</summary>
    public static Account By(this Account account, string who, Decision<AccountEvent> decision) =>
        decision.Events.Aggregate(account, (now, happened) => now.Apply(
            happened, new EventEnvelope(Context("why", who: who), "hash", null, 2, [])));

    /// <summary>The account after some events, each under a command of its own.</summary>
    public static Account After(this Account account, params ReadOnlySpan<AccountEvent> events)
    {
        foreach (var happened in events)
        {
            account = account.Apply(
                happened, Envelope("fold-" + happened.GetType().Name, 1, new DocumentNumber("INV", 1)));
        }
        return account;
    }

    /// <summary>The account after a decision that must not be a refusal.</summary>
    public static Account After(this Account account, Decision<AccountEvent> decision)
    {
        Assert.Null(decision.Refusal);
        return account.After(decision.Events.AsSpan());
    }

    public static void AssertRefused(Refusal expected, Decision<AccountEvent> decision)
    {
        Assert.Equal(expected, decision.Refusal);
        Assert.Empty(decision.Events);
    }

    /// <summary>The decision made one event, and the same command against the state after it makes none.</summary>
    public static T AssertOnce<T>(Account before, Func<Account, Decision<AccountEvent>> decide)
        where T : AccountEvent
    {
        var decision = decide(before);
        Assert.Null(decision.Refusal);
        var happened = Assert.IsType<T>(Assert.Single(decision.Events));
        Assert.Empty(decide(before.After(happened)).Events);
        return happened;
    }
}
