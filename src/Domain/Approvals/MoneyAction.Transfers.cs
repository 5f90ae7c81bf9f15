using System.Text.Json.Serialization;
using BillingActors.Domain.Accounts;
using BillingActors.Domain.Primitives;
using BillingActors.Domain.Transfers;

namespace BillingActors.Domain.Approvals;

/// <summary>Actions between accounts.</summary>
[JsonDerivedType(typeof(Transferring), "transfer")]
public abstract partial record MoneyAction
{
    /// <summary>Items or money go to another account.</summary>
    public sealed record Transferring(StartTransfer Command) : MoneyAction
    {
        /// <inheritdoc />
        public override string Name => "transfer";

        /// <inheritdoc />
        public override string Id => Command.TransferId;

        /// <inheritdoc />
        public override long EffectMinor(Account account) =>
            TransferSending.ValueOf(account, Command)?.EffectMinor ?? 0;

        /// <inheritdoc />
        public override Decision<AccountEvent> Decide(Account account, CommandContext context) =>
            TransferSending.Decide(account, Command, context);
    }
}
