// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.30;

import {SignedStatements} from "./SignedStatements.sol";
import {IMembers} from "./interfaces/IMembers.sol";
import {StatementHash} from "./libraries/StatementHash.sol";
import {Member} from "./types/Member.sol";
import {Roles} from "./types/Roles.sol";
import {Registration} from "./types/Statements.sol";

contract Members is IMembers, SignedStatements {
    using StatementHash for Registration;

    mapping(address account => Member) private _member;
    mapping(address account => bytes32 key) private _encryptionKey;

    /// @inheritdoc IMembers
    address public override governor;
    /// @inheritdoc IMembers
    address public override governorCandidate;

    constructor(address governor_) {
        if (governor_ == address(0)) revert MembersAccountZero();
        governor = governor_;
        emit GovernanceTransferred(address(0), governor_);
    }

    modifier onlyGovernor() {
        if (msg.sender != governor) revert MembersNotGovernor(msg.sender);
        _;
    }

    modifier onlyHospital() {
        if (!hasAnyRole(msg.sender, Roles.HOSPITAL)) revert MembersCallerNotHospital(msg.sender);
        _;
    }

    /// @inheritdoc IMembers
    function register(address member, bytes32 key, uint64 nonce, bytes calldata signature)
        external
        override
    {
        if (key == 0) revert MembersEncryptionKeyZero(member);
        Member memory stored = _member[member];
        if (nonce != stored.registrations) {
            revert MembersNonceMismatch(member, stored.registrations, nonce);
        }
        Registration memory statement =
            Registration({member: member, encryptionKey: key, nonce: nonce});
        _requirePerson(member, statement.hash(), signature);

        if (stored.registrations == 0) {
            stored.registeredAt = uint64(block.timestamp);
            stored.roles |= Roles.OWNER;
        }
        stored.registrations += 1; // stops at 65535: the key can then no longer be changed
        _member[member] = stored;
        _encryptionKey[member] = key;
        emit MemberRegistered(member, key, nonce);
    }

    /// @inheritdoc IMembers
    function grantRoles(address account, uint16 roles) external override onlyGovernor {
        if (account == address(0)) revert MembersAccountZero();
        _requireKnown(roles);
        uint16 held = _member[account].roles | roles;
        _member[account].roles = held;
        emit RolesGranted(account, roles, held);
    }

    /// @inheritdoc IMembers
    function revokeRoles(address account, uint16 roles) external override onlyGovernor {
        _requireKnown(roles);
        uint16 held = _member[account].roles & ~roles;
        _member[account].roles = held;
        emit RolesRevoked(account, roles, held);
    }

    /// @inheritdoc IMembers
    function vouch(address owner) external override onlyHospital {
        if (!hasAnyRole(owner, Roles.OWNER)) revert MembersNotOwner(owner);
        if (isVouched(owner)) revert MembersAlreadyVouched(owner, _member[owner].voucher);
        _member[owner].voucher = msg.sender;
        emit OwnerVouched(owner, msg.sender);
    }

    /// @inheritdoc IMembers
    function withdrawVouch(address owner) external override {
        if (_member[owner].voucher != msg.sender) revert MembersNotVoucher(owner, msg.sender);
        _member[owner].voucher = address(0);
        emit VouchWithdrawn(owner, msg.sender);
    }

    /// @inheritdoc IMembers
    function transferGovernance(address candidate) external override onlyGovernor {
        governorCandidate = candidate;
        emit GovernanceOffered(msg.sender, candidate);
    }

    /// @inheritdoc IMembers
    function acceptGovernance() external override {
        address candidate = governorCandidate;
        if (msg.sender != candidate) revert MembersNotCandidate(msg.sender, candidate);
        address previous = governor;
        governor = candidate;
        governorCandidate = address(0);
        emit GovernanceTransferred(previous, candidate);
    }

    /// @inheritdoc IMembers
    function get(address account) external view override returns (Member memory) {
        return _member[account];
    }

    /// @inheritdoc IMembers
    function encryptionKey(address account) external view override returns (bytes32) {
        return _encryptionKey[account];
    }

    /// @inheritdoc IMembers
    function hasAnyRole(address account, uint16 roles) public view override returns (bool) {
        return _member[account].roles & roles != 0;
    }

    /// @inheritdoc IMembers
    function isVouched(address owner) public view override returns (bool) {
        return hasAnyRole(owner, Roles.OWNER) && hasAnyRole(_member[owner].voucher, Roles.HOSPITAL);
    }

    function _requireKnown(uint16 roles) private pure {
        if (roles == 0 || roles & ~Roles.ALL != 0) revert MembersRolesUnknown(roles);
    }
}
