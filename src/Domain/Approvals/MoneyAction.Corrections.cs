using System.Text.Json.Serialization;
using BillingActors.Domain.Accounts;
using BillingActors.Domain.Credits;
using BillingActors.Domain.Primitives;

namespace BillingActors.Domain.Approvals;

/// <summary>Actions that correct invoices.</summary>
[JsonDerivedType(typeof(Crediting), "credit-memo")]
[JsonDerivedType(typeof(Cancelling), "cancel-invoice")]
public abstract partial record MoneyAction
{
    /// <summary>An invoice is corrected.</summary>
    public sealed record Crediting(IssueCreditMemo Command) : MoneyAction
    {
        /// <inheritdoc />
        public override string Name => "credit-memo";

        /// <inheritdoc />
        public override string Id => Command.CreditId;

        /// <inheritdoc />
        public override long EffectMinor(Account account) => CreditMemoIssuing.EffectMinor(account, Command);

        /// <inheritdoc />
        public override Decision<AccountEvent> Decide(Account account, CommandContext context) =>
            CreditMemoIssuing.Decide(account, Command, context);
    }

    /// <summary>An invoice is taken back.</summary>
    public sealed record Cancelling(CancelInvoice Command) : MoneyAction
    {
        /// <inheritdoc />
        public override string Name => "cancel-invoice";

        /// <inheritdoc />
        public override string Id => Command.CreditId;

        /// <inheritdoc />
        public override long EffectMinor(Account account) => InvoiceCancelling.EffectMinor(account, Command);

        /// <inheritdoc />
        public override Decision<AccountEvent> Decide(Account account, CommandContext context) =>
            InvoiceCancelling.Decide(account, Command, context);
    }
}
