using BillingActors.Domain.Explanations;
using BillingActors.Grains.Interfaces;
using BillingActors.Grains.Interfaces.Accounts;
using BillingActors.Grains.Interfaces.Commands;
using BillingActors.Grains.Interfaces.Inquiries;
using BillingActors.Grains.Mapping;
using Orleans.Concurrency;

namespace BillingActors.Grains.Inquiries;

/// <summary>Answers questions about bills from what is stored; it keeps and changes nothing.</summary>
[StatelessWorker]
internal sealed class BillInquiryGrain(InvoiceChoice invoices, WhatIfRating rating) : Grain, IBillInquiryGrain
{
    private string Key => this.GetPrimaryKeyString();

    public async Task<Reply<ExplanationView>> Explain(ExplainInvoice question, CancellationToken cancellation)
    {
        if (await invoices.Find(Key, question.InvoiceId, cancellation) is not { } invoice)
            return Reply<ExplanationView>.No("invoice-unknown", "There is no such invoice.");
        if (await Other(question.Against, invoice, cancellation) is not { } other)
        {
            return Reply<ExplanationView>.No(
                "comparison-unknown", $"The account has no invoice to compare with ({question.Against}).");
        }
        if (other.Currency != invoice.Currency)
            return Reply<ExplanationView>.No("currency-mismatch", "The invoices are in two currencies.");
        var explained = BillComparison.Explain(other.ToBill(), invoice.ToBill());
        return new Reply<ExplanationView>(explained.ToView(other.ToExplained(), invoice.ToExplained()));
    }

    public Task<Reply<WhatIfView>> WhatIf(WhatIfQuestion question, CancellationToken cancellation) =>
        rating.Answer(Key, question, cancellation);

    private Task<InvoiceView?> Other(string against, InvoiceView invoice, CancellationToken cancellation) =>
        against switch
        {
            "previous" => invoices.Previous(Key, invoice, cancellation),
            "last-year" => invoices.LastYear(Key, invoice, cancellation),
            _ => invoices.Find(Key, against, cancellation),
        };
}
