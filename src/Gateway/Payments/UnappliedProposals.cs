using System.Collections.Immutable;
using BillingActors.Grains.Interfaces;
using BillingActors.Grains.Interfaces.Cash;
using BillingActors.Grains.Interfaces.Commands;
using BillingActors.Grains.Interfaces.Reports;

namespace BillingActors.Gateway.Payments;

/// <summary>
/// Says what may be paid with what is left of receipts: items of the account itself by its rule set, and where nothing
/// is open there, of accounts its reference names. It proposes and moves nothing.
/// </summary>
internal sealed class UnappliedProposals(CashProposals others, IGrainFactory grains)
{
    private const int ConcurrencyMax = 8;
    private const int OwnScore = 100;
    private const string OwnAccount = "own-account";
    private const string ProposalId = "proposal";

    /// <summary>The receipts in their order, each with its proposals.</summary>
    public async Task<ImmutableArray<UnappliedCash>> For(
        ImmutableArray<UnappliedReceiptRow> rows, CommandEnvelope asked, CancellationToken cancellation)
    {
        var found = new UnappliedCash[rows.Length];
        var options = new ParallelOptions
        {
            MaxDegreeOfParallelism = ConcurrencyMax,
            CancellationToken = cancellation,
        };
        await Parallel.ForAsync(0, rows.Length, options, async (index, token) =>
            found[index] = await For(rows[index], asked, token));
        return [.. found];
    }

    private async Task<UnappliedCash> For(
        UnappliedReceiptRow row, CommandEnvelope asked, CancellationToken cancellation)
    {
        var account = grains.GetGrain<IAccountCashGrain>(AccountKey.Of(row.EntityId, row.AccountId));
        var reference = (await account.Cash(cancellation))?.Receipts
            .FirstOrDefault(receipt => receipt.ReceiptId == row.ReceiptId)?.Reference;
        var own = await account.PreviewApplication(
            asked, row.ReceiptId, new PaymentApplication(ProposalId), cancellation);
        if (own.Value?.Application is { } application)
        {
            var proposal = new CashProposal(row.AccountId, null, OwnScore, [OwnAccount]) { Application = application };
            return new UnappliedCash(row, reference, [proposal]);
        }
        var meant = reference is null ? [] : await Meant(row, reference, asked, cancellation);
        return new UnappliedCash(row, reference, meant);
    }

    // As if what is left of it had come in for nobody.
    private async Task<ImmutableArray<CashProposal>> Meant(
        UnappliedReceiptRow row, string reference, CommandEnvelope asked, CancellationToken cancellation)
    {
        var payment = new Payment(
            row.ReceiptId, "", row.Method, row.UnappliedMinor, row.Currency, row.ValueOn, reference);
        var cash = new UnidentifiedCash(row.EntityId, null, payment, row.ValueOn);
        var likely = await others.For(cash, cancellation);
        return await others.Applied(
            cash, likely.RemoveAll(one => one.AccountId == row.AccountId), asked, cancellation);
    }
}
