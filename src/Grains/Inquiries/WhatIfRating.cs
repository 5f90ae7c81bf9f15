using System.Collections.Immutable;
using BillingActors.Domain.Accounts;
using BillingActors.Domain.Explanations;
using BillingActors.Domain.Invoicing;
using BillingActors.Domain.Metering;
using BillingActors.Domain.Rating;
using BillingActors.Domain.Tariffs;
using BillingActors.Grains.BillRuns;
using BillingActors.Grains.Interfaces;
using BillingActors.Grains.Interfaces.Commands;
using BillingActors.Grains.Interfaces.Inquiries;
using BillingActors.Grains.Mapping;
using BillingActors.Grains.MasterData;
using BillingActors.Storage.Accounts;
using BillingActors.Storage.Reports;

namespace BillingActors.Grains.Inquiries;

/// <summary>Rates days again on another tariff or with other reads, as a bill run would have rated them.</summary>
internal sealed class WhatIfRating(
    InvoiceChoice invoices,
    PastAccounts past,
    TariffChoice tariffs,
    PageCalculation calculation,
    MasterCatalogue catalogue)
{
    private const int ReadCountMax = 100;

    /// <summary>The bill there would have been, and why it differs; or why there is none.</summary>
    public async Task<Reply<WhatIfView>> Answer(string key, WhatIfQuestion question, CancellationToken cancellation)
    {
        var (tariff, problem) = await tariffs.Find(question, cancellation);
        if (problem is not null)
            return new Reply<WhatIfView>(null, problem);
        if (question.Reads is { Length: > ReadCountMax })
            return Reply<WhatIfView>.No("record-invalid", $"reads: at most {ReadCountMax}.");
        var move = new Move(key, question.ContractId, tariff, question.ToReads());
        if (question.InvoiceId is { } invoiceId)
            return await OfInvoice(move, invoiceId, cancellation);
        return question is { From: { } from, Until: { } until } && from < until
            ? await OfDays(move, from, until, cancellation)
            : Reply<WhatIfView>.No("period-invalid", "Name an invoice, or a first day and an end day after it.");
    }

    private async Task<Reply<WhatIfView>> OfInvoice(Move move, string invoiceId, CancellationToken cancellation)
    {
        if (await invoices.Find(move.Key, invoiceId, cancellation) is not { } invoice)
            return Reply<WhatIfView>.No("invoice-unknown", "There is no such invoice.");
        if (!invoice.Lines.Any(line => line.ContractId == move.ContractId))
            return Reply<WhatIfView>.No("contract-unknown", "The invoice bills no such contract.");
        var account = await past.Before(move.Key, invoice.InvoiceId, cancellation);
        if (await Inputs(move, account, invoice.Until, cancellation) is not { } inputs)
            return NoCycle(account);
        return Answer(move, (account, inputs), (invoice.ToBill(), invoice.ToExplained()));
    }

    private async Task<Reply<WhatIfView>> OfDays(
        Move move, DateOnly from, DateOnly until, CancellationToken cancellation)
    {
        if (await past.From(move.Key, move.ContractId, from.ToDomain(), cancellation) is not { } account)
            return Reply<WhatIfView>.No("contract-unknown", "The account has no such contract.");
        if (await Inputs(move, account, until, cancellation) is not { } inputs)
            return NoCycle(account);
        var own = CycleCalculation.Calculate(account, inputs);
        return own.Plan is { } plan
            ? Answer(move, (account, inputs), (ComparedBill.Of(plan), plan.Period.ToExplained(plan.Total)))
            : NotRatable("On its own tariff", own);
    }

    private async Task<ClosingInputs?> Inputs(
        Move move, Account account, DateOnly until, CancellationToken cancellation)
    {
        var (entityId, _) = AccountKey.Split(move.Key);
        if (await catalogue.Entity(entityId, cancellation) is not { } entity
            || await catalogue.Cycle(account.CycleId, cancellation) is not { } cycle)
        {
            return null;
        }
        var settings = new RunSettings("", entity, cycle, until.ToDomain());
        var loaded = new LoadedAccount(move.Key, account, 0, ReadOnlyMemory<byte>.Empty);
        return await calculation.Inputs(settings, loaded, cancellation);
    }

    private static Reply<WhatIfView> Answer(
        Move move, (Account Account, ClosingInputs Inputs) own, (ComparedBill Bill, ExplainedBillView View) before)
    {
        var contract = own.Account.Contract(move.ContractId)!;
        var assumed = AssumedReads.Decide(contract, own.Inputs, move.Reads);
        if (assumed.Refusal is { } refusal)
            return Reply<WhatIfView>.No(refusal.Code, refusal.Detail);
        var bill = Calculate(
            move, (own.Account, AssumedReads.In(own.Inputs, move.ContractId, assumed.Events)));
        if (bill.Plan is not { } plan)
            return NotRatable(move.Tariff is { } on ? $"On tariff {on.Id}" : "With these reads", bill);
        var explained = BillComparison.Explain(before.Bill, ComparedBill.Of(plan));
        var (entityId, accountId) = AccountKey.Split(move.Key);
        return new Reply<WhatIfView>(new WhatIfView(
            entityId,
            accountId,
            move.ContractId,
            move.Tariff?.Id ?? contract.Tariffs.Last(given => given.From < own.Inputs.Until).TariffId,
            plan.Period.From.ToWire(),
            plan.Period.Until.ToWire(),
            plan.Net.Currency.Code,
            [.. plan.Lines.Select(line => line.ToView())],
            [.. plan.Taxes.Select(tax => tax.ToView())],
            plan.Net.Minor,
            plan.Tax.Minor,
            plan.Total.Minor,
            [.. bill.Holds.Select(Told)],
            explained.ToView(before.View, plan.Period.ToExplained(plan.Total)),
            [.. assumed.Events.Select(read => read.ToView(own.Inputs, move.ContractId))]));
    }

    private static CalculatedBill Calculate(Move move, (Account Account, ClosingInputs Inputs) own) =>
        move.Tariff is not { } tariff
            ? CycleCalculation.Calculate(own.Account, own.Inputs)
            : CycleCalculation.Calculate(
                PastRating.On(own.Account, move.ContractId, tariff),
                PastRating.On(own.Inputs, move.ContractId, tariff));

    private static Reply<WhatIfView> NotRatable(string where, CalculatedBill bill) => Reply<WhatIfView>.No(
        "not-ratable",
        bill.Holds.IsEmpty
            ? $"{where} there is nothing to bill in these days."
            : $"{where}: {string.Join("; ", bill.Holds.Select(Told))}");

    private static Reply<WhatIfView> NoCycle(Account account) =>
        Reply<WhatIfView>.No("cycle-unknown", $"The bill cycle {account.CycleId} of the account is not known.");

    private static string Told(HoldReason reason) => $"{reason.Code}: {reason.Detail}";

    private sealed record Move(string Key, string ContractId, Tariff? Tariff, ImmutableArray<TakenRead> Reads);
}
