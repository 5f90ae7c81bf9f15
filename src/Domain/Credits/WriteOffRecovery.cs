using System.Collections.Immutable;
using BillingActors.Domain.Accounts;
using BillingActors.Domain.Primitives;

namespace BillingActors.Domain.Credits;

/// <summary>
/// Lets claims that were written off stand again, oldest first, so that money can be applied to them.
/// </summary>
public static class WriteOffRecovery
{
    /// <summary>
    /// Refuses a missing reason, an unknown write-off, more than is left of it, and an id that came before with another
    /// amount or for another write-off; the same recovery again is nothing new. The last recovery takes the tax that is
    /// left, so that all of it is due again and not a cent more.
    /// </summary>
    public static Decision<AccountEvent> Decide(Account account, RecoverWriteOff command, CommandContext context)
    {
        if (Refusals.UnlessKnown(account) is { } no)
            return no;
        if (!Refusals.IsId(command.RecoveryId))
            return Refusals.IdInvalid;
        if (string.IsNullOrWhiteSpace(context.Reason))
            return Refusals.ReasonMissing;
        if (account.WriteOffs.FirstOrDefault(known => known.Id == command.WriteOffId) is not { } writeOff)
            return CreditRefusals.WriteOffUnknown;
        if (account.WriteOffs.FirstOrDefault(known => Has(known, command.RecoveryId)) is { } taken)
            return IsSame(taken, command) ? Decision<AccountEvent>.Nothing : CreditRefusals.CreditExists;
        if (command.AmountMinor <= 0)
            return CreditRefusals.AmountNotPositive;
        if (command.AmountMinor > writeOff.LeftMinor)
            return CreditRefusals.AmountAboveOpen(new Money(writeOff.LeftMinor, account.Currency));
        var due = new TaxSum();
        due.Add(writeOff.TaxRelief, command.AmountMinor, writeOff.LeftMinor, account.Currency);
        return new AccountEvent.WriteOffRecovered(
            command.RecoveryId, command.WriteOffId, command.On, Shares(writeOff, command.AmountMinor), due.Taxes);
    }

    private static bool Has(WriteOff writeOff, string recoveryId) =>
        writeOff.RecoveryIds.Contains(recoveryId, StringComparer.Ordinal);

    private static bool IsSame(WriteOff taken, RecoverWriteOff command) =>
        taken.Id == command.WriteOffId
        && (taken.Recoveries.FirstOrDefault(known => known.Id == command.RecoveryId)?.AmountMinor
            ?? command.AmountMinor) == command.AmountMinor;

    private static ImmutableArray<ItemShare> Shares(WriteOff writeOff, long amountMinor)
    {
        var shares = ImmutableArray.CreateBuilder<ItemShare>();
        foreach (var share in writeOff.Shares.OrderBy(share => share.DueOn))
        {
            var part = Math.Min(share.AmountMinor, amountMinor);
            if (part > 0)
                shares.Add(share with { AmountMinor = part });
            amountMinor -= part;
        }
        return shares.ToImmutable();
    }
}
