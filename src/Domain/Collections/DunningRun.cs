using System.Collections.Immutable;
using BillingActors.Domain.Accounts;
using BillingActors.Domain.Primitives;
using NodaTime;

namespace BillingActors.Domain.Collections;

/// <summary>Sends the letter of a day: one for everything due, with its fee as an item of its own.</summary>
public static class DunningRun
{
    /// <summary>The fee of a letter.</summary>
    public const string FeeKind = "dunning";

    /// <summary>Nothing where no letter is due; after a letter the same day has none.</summary>
    public static Decision<AccountEvent> Decide(Account account, DunningPolicy policy, LocalDate on)
    {
        if (CollectionRefusals.UnlessKnown(account) is { } no)
            return no;
        var proposal = DunningPreview.Of(account, policy, on);
        if (proposal.Hold != DunningHold.None)
            return Decision<AccountEvent>.Nothing;
        var level = policy.Levels[proposal.Level - 1];
        var letterId = IdOf(on);
        var payUntil = on.PlusDays(level.PayWithinDays);
        var letter = new AccountEvent.LetterSent(
            letterId,
            policy.Id,
            proposal.Level,
            level.Letter,
            on,
            payUntil,
            proposal.Items,
            proposal.CreditMinor,
            proposal.FeeMinor);
        Invariant.Holds(
            letter.Items.All(item => item.Level - item.LevelBefore is 0 or 1 && item.AskedMinor > 0),
            "no item of a letter skips a level, and none is asked for nothing");
        if (proposal.FeeMinor == 0)
            return letter;
        var fee = new AccountEvent.FeeCharged($"fee.{letterId}", FeeKind, proposal.FeeMinor, on, payUntil, letterId)
        {
            ParentId = account.ParentId,
        };
        return ImmutableArray.Create<AccountEvent>(letter, fee);
    }

    /// <summary>An account gets one letter a day at most, so the day names it.</summary>
    public static string IdOf(LocalDate on) => $"letter-{on:uuuu-MM-dd}";
}
