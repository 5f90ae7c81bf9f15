using System.Text.Json.Serialization;
using BillingActors.Domain.Accounts;
using BillingActors.Domain.Cash;
using BillingActors.Domain.Primitives;

namespace BillingActors.Domain.Approvals;

/// <summary>Actions that pay money back.</summary>
[JsonDerivedType(typeof(Refunding), Refunding.ActionName)]
public abstract partial record MoneyAction
{
    /// <summary>Money goes back; to another payee than the one it came from only if a second person agrees.</summary>
    public sealed record Refunding(RequestRefund Command) : MoneyAction
    {
        /// <summary>The name limits are given for.</summary>
        public const string ActionName = "refund";

        /// <inheritdoc />
        public override string Name => ActionName;

        /// <inheritdoc />
        public override string Id => Command.RefundId;

        /// <inheritdoc />
        public override bool NeedsSecondPerson => Command.Payee is not null;

        /// <inheritdoc />
        public override long EffectMinor(Account account) => Command.AmountMinor;

        /// <inheritdoc />
        public override Decision<AccountEvent> Decide(Account account, CommandContext context) =>
            RefundEntry.Decide(account, Command, context);
    }
}
