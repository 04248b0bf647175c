// SPDX-License-Identifier: Apache-2.0
pragma solidity ^0.8.30;

import {Member} from "../types/Member.sol";

/// @notice Holds who takes part, in which roles, and the public key for messages to them.
///         It never holds a name, an address of residence, or anything else about the person behind an account.
interface IMembers {
    error MembersNotGovernor(address account);
    error MembersNotCandidate(address account, address candidate);
    error MembersAccountZero();
    error MembersEncryptionKeyZero(address member);
    /// @notice The registration is a replay, or was signed for another turn.
    error MembersNonceMismatch(address member, uint64 expected, uint64 given);
    /// @notice Roles must be a non-empty set of those that Roles names.
    error MembersRolesUnknown(uint16 roles);
    error MembersCallerNotHospital(address account);
    error MembersNotOwner(address account);
    /// @notice Another institution that is still a hospital vouches already.
    error MembersAlreadyVouched(address owner, address voucher);
    error MembersNotVoucher(address owner, address account);

    /// @param nonce number of the member's earlier registrations
    event MemberRegistered(address indexed member, bytes32 encryptionKey, uint64 nonce);
    /// @param roles all roles of the account afterwards
    event RolesGranted(address indexed account, uint16 granted, uint16 roles);
    /// @param roles all roles of the account afterwards
    event RolesRevoked(address indexed account, uint16 revoked, uint16 roles);
    event OwnerVouched(address indexed owner, address indexed voucher);
    event VouchWithdrawn(address indexed owner, address indexed voucher);
    event GovernanceOffered(address indexed governor, address indexed candidate);
    event GovernanceTransferred(address indexed previous, address indexed governor);

    /// @notice Registers `member`, or changes its key. Anyone may submit; the member signs a `Registration`.
    ///         The first registration gives the role OWNER; a later one leaves the roles as they are.
    /// @param  encryptionKey X25519 public key for reports to the member
    /// @param  nonce         number of earlier registrations; at most 65535 fit
    function register(address member, bytes32 encryptionKey, uint64 nonce, bytes calldata signature)
        external;

    /// @notice Adds roles; the account need not be registered. Governor only.
    function grantRoles(address account, uint16 roles) external;

    /// @notice Takes roles away. Governor only.
    function revokeRoles(address account, uint16 roles) external;

    /// @notice A hospital confirms that a distinct person or institution stands behind `owner`.
    ///         Replaces a voucher that is no longer a hospital.
    function vouch(address owner) external;

    /// @notice Takes the caller's own `vouch` back.
    function withdrawVouch(address owner) external;

    /// @notice Offers the governance to `candidate`; zero withdraws an offer. Governor only.
    function transferGovernance(address candidate) external;

    /// @notice Completes a transfer. The candidate only.
    function acceptGovernance() external;

    /// @return whether `account` holds at least one of `roles`
    function hasAnyRole(address account, uint16 roles) external view returns (bool);

    /// @return whether `owner` is an owner vouched for by an account that is a hospital now
    function isVouched(address owner) external view returns (bool);

    /// @return what is stored of `account`; all zero for a stranger
    function get(address account) external view returns (Member memory);

    /// @return the X25519 key of `account`; zero for one never registered
    function encryptionKey(address account) external view returns (bytes32);

    function governor() external view returns (address);

    /// @return to whom governance is offered, or zero
    function governorCandidate() external view returns (address);
}
