using BillingActors.Domain.Accounts;
using BillingActors.Domain.Approvals;
using BillingActors.Domain.Cash;
using BillingActors.Domain.Transfers;
using NodaTime;

namespace BillingActors.Storage.Tests.Accounts;

/// <summary>One event of each kind of transfers and move-outs, for their golden files.</summary>
internal static class TransferSamples
{
    private static readonly LocalDate Day = new(2025, 1, 31);

    private static readonly TransferValue Value = new(
        [
            new ItemShare("A-1-7", "INV-00000042", 7140, Day, Day.PlusDays(14), 7140),
            new ItemShare("FEE-1", "", 500, Day, Day, 200, ItemKind.Fee),
        ],
        [new CashShare("R-1", CashMethod.DirectDebit, 1500, Day, "INV 42", true)]);

    public static Dictionary<string, AccountEvent> All => new(StringComparer.Ordinal)
    {
        ["transfer-sent"] = new AccountEvent.TransferSent(
            "T-1", "ACME/A-2", TransferScope.Balance, Value, "C-1", Day),
        ["transfer-sent-items"] = new AccountEvent.TransferSent(
            "T-1", "ACME/A-2", TransferScope.Items, Value with { Cash = [] }, null, Day),
        ["transfer-received"] = new AccountEvent.TransferReceived("T-1", "ACME/A-1", Value, Day),
        ["transfer-refused"] = new AccountEvent.TransferRefused("T-1", "ACME/A-1", "account-closed", Value, Day),
        ["transfer-completed"] = new AccountEvent.TransferCompleted("T-1", Day),
        ["transfer-returned"] = new AccountEvent.TransferReturned("T-1", "account-closed", Value, Day),
        ["moved-out"] = new AccountEvent.MovedOut("M-1", "CT-1", Day, "ACME/A-2", Day),
        ["moved-out-staying"] = new AccountEvent.MovedOut("M-1", "CT-1", Day, null, Day),
        ["balance-kept"] = new AccountEvent.BalanceKept("M-1", "nothing-to-transfer", Day),
        ["action-requested-transfer"] = new AccountEvent.ActionRequested(
            new MoneyAction.Transferring(new StartTransfer(
                "T-1", "ACME/A-1", "ACME/A-2", TransferScope.Items, ["A-1-7"], null, Day)),
            7140,
            Day,
            Day.PlusDays(14)),
    };
}
