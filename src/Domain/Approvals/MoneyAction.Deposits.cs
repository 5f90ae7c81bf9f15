using System.Text.Json.Serialization;
using BillingActors.Domain.Accounts;
using BillingActors.Domain.Deposits;
using BillingActors.Domain.Primitives;

namespace BillingActors.Domain.Approvals;

/// <summary>Actions on deposits.</summary>
[JsonDerivedType(typeof(WaivingDeposit), WaivingDeposit.ActionName)]
[JsonDerivedType(typeof(ReleasingDeposit), ReleasingDeposit.ActionName)]
public abstract partial record MoneyAction
{
    /// <summary>A deposit that was decided is waived, wholly or in part.</summary>
    public sealed record WaivingDeposit(ReduceDeposit Command) : MoneyAction
    {
        /// <summary>The name limits are given for.</summary>
        public const string ActionName = "waive-deposit";

        /// <inheritdoc />
        public override string Name => ActionName;

        /// <inheritdoc />
        public override string Id => Command.ReductionId;

        /// <inheritdoc />
        public override long EffectMinor(Account account) =>
            (account.Deposited.Deposit(Command.DepositId)?.AmountMinor ?? 0) - Command.AmountMinor;

        /// <inheritdoc />
        public override Decision<AccountEvent> Decide(Account account, CommandContext context) =>
            DepositReduction.Decide(account, Command, context);
    }

    /// <summary>A deposit is given back before its time, by the policy of the day it was asked for.</summary>
    public sealed record ReleasingDeposit(ReleaseDeposit Command, DepositPolicy Policy) : MoneyAction
    {
        /// <summary>The name limits are given for.</summary>
        public const string ActionName = "release-deposit";

        /// <inheritdoc />
        public override string Name => ActionName;

        /// <inheritdoc />
        public override string Id => Command.ReleaseId;

        /// <inheritdoc />
        public override long EffectMinor(Account account) =>
            Command.AmountMinor ?? account.Deposited.Deposit(Command.DepositId)?.HeldMinor ?? 0;

        /// <inheritdoc />
        public override Decision<AccountEvent> Decide(Account account, CommandContext context) =>
            DepositRelease.Decide(account, Command, Policy, context);
    }
}
