// Generated from the rule table by test/schema/generated.test.ts. Do not edit: run `npx vitest run --project model -u`.
// @ts-nocheck
import type { StructureValidator } from '../validator.ts';

const NOTHING_SAID = {};

function joined(errors, more) {
  if (errors === null) return more;
  for (const error of more) errors.push(error);
  return errors;
}

export const jobTemplateStructure: StructureValidator = validate21;
const pattern0 = new RegExp("^[Ss][Tt][Rr][Ii][Nn][Gg]$", "u");
const pattern1 = new RegExp("^[Pp][Aa][Tt][Hh]$", "u");
const pattern2 = new RegExp("^[Ii][Nn][Tt]$", "u");
const pattern3 = new RegExp("^[Ff][Ll][Oo][Aa][Tt]$", "u");
const pattern4 = new RegExp("^[Bb][Oo][Oo][Ll]$", "u");
const pattern5 = new RegExp("^[Rr][Aa][Nn][Gg][Ee]_[Ee][Xx][Pp][Rr]$", "u");
const pattern6 = new RegExp("^[Ll][Ii][Ss][Tt]\\[[Ss][Tt][Rr][Ii][Nn][Gg]\\]$", "u");
const pattern7 = new RegExp("^[Ll][Ii][Ss][Tt]\\[[Pp][Aa][Tt][Hh]\\]$", "u");
const pattern8 = new RegExp("^[Ll][Ii][Ss][Tt]\\[[Ii][Nn][Tt]\\]$", "u");
const pattern9 = new RegExp("^[Ll][Ii][Ss][Tt]\\[[Ff][Ll][Oo][Aa][Tt]\\]$", "u");
const pattern10 = new RegExp("^[Ll][Ii][Ss][Tt]\\[[Bb][Oo][Oo][Ll]\\]$", "u");
const pattern11 = new RegExp("^[Ll][Ii][Ss][Tt]\\[[Ll][Ii][Ss][Tt]\\[[Ii][Nn][Tt]\\]\\]$", "u");
const pattern12 = new RegExp("^(?:[Ss][Tt][Rr][Ii][Nn][Gg]|[Pp][Aa][Tt][Hh]|[Ii][Nn][Tt]|[Ff][Ll][Oo][Aa][Tt]|[Bb][Oo][Oo][Ll]|[Rr][Aa][Nn][Gg][Ee]_[Ee][Xx][Pp][Rr]|[Ll][Ii][Ss][Tt]\\[[Ss][Tt][Rr][Ii][Nn][Gg]\\]|[Ll][Ii][Ss][Tt]\\[[Pp][Aa][Tt][Hh]\\]|[Ll][Ii][Ss][Tt]\\[[Ii][Nn][Tt]\\]|[Ll][Ii][Ss][Tt]\\[[Ff][Ll][Oo][Aa][Tt]\\]|[Ll][Ii][Ss][Tt]\\[[Bb][Oo][Oo][Ll]\\]|[Ll][Ii][Ss][Tt]\\[[Ll][Ii][Ss][Tt]\\[[Ii][Nn][Tt]\\]\\])$", "u");

function validate26(data, {instancePath=""}={}){
let vErrors = null;
let errors = 0;
if(data && typeof data == "object" && !Array.isArray(data)){
for(const key0 in data){
if(!(((key0 === "control") || (key0 === "label")) || (key0 === "groupLabel"))){
vErrors = joined(vErrors, [{instancePath,keyword:"additionalProperties",params:{additionalProperty: key0}}]);
errors++;
}
}
if(data.control !== undefined){
let data0 = data.control;
if(typeof data0 !== "string"){
vErrors = joined(vErrors, [{instancePath:instancePath+"/control",keyword:"type",params:NOTHING_SAID}]);
errors++;
}
if(!(((((data0 === "LINE_EDIT") || (data0 === "MULTILINE_EDIT")) || (data0 === "DROPDOWN_LIST")) || (data0 === "CHECK_BOX")) || (data0 === "HIDDEN"))){
vErrors = joined(vErrors, [{instancePath:instancePath+"/control",keyword:"enum",params:NOTHING_SAID}]);
errors++;
}
}
if(data.label !== undefined){
if(typeof data.label !== "string"){
vErrors = joined(vErrors, [{instancePath:instancePath+"/label",keyword:"type",params:NOTHING_SAID}]);
errors++;
}
}
if(data.groupLabel !== undefined){
if(typeof data.groupLabel !== "string"){
vErrors = joined(vErrors, [{instancePath:instancePath+"/groupLabel",keyword:"type",params:NOTHING_SAID}]);
errors++;
}
}
}
else {
vErrors = joined(vErrors, [{instancePath,keyword:"type",params:NOTHING_SAID}]);
errors++;
}
validate26.errors = vErrors;
return errors === 0;
}


function validate25(data, {instancePath=""}={}){
let vErrors = null;
let errors = 0;
if(data && typeof data == "object" && !Array.isArray(data)){
if(data.name === undefined){
vErrors = joined(vErrors, [{instancePath,keyword:"required",params:{missingProperty: "name"}}]);
errors++;
}
for(const key0 in data){
if(!((((((((key0 === "name") || (key0 === "type")) || (key0 === "description")) || (key0 === "default")) || (key0 === "allowedValues")) || (key0 === "minLength")) || (key0 === "maxLength")) || (key0 === "userInterface"))){
vErrors = joined(vErrors, [{instancePath,keyword:"additionalProperties",params:{additionalProperty: key0}}]);
errors++;
}
}
if(data.name !== undefined){
if(typeof data.name !== "string"){
vErrors = joined(vErrors, [{instancePath:instancePath+"/name",keyword:"type",params:NOTHING_SAID}]);
errors++;
}
}
if(data.description !== undefined){
if(typeof data.description !== "string"){
vErrors = joined(vErrors, [{instancePath:instancePath+"/description",keyword:"type",params:NOTHING_SAID}]);
errors++;
}
}
if(data.default !== undefined){
if(typeof data.default !== "string"){
vErrors = joined(vErrors, [{instancePath:instancePath+"/default",keyword:"type",params:NOTHING_SAID}]);
errors++;
}
}
if(data.allowedValues !== undefined){
let data3 = data.allowedValues;
if(Array.isArray(data3)){
const len0 = data3.length;
for(let i0=0; i0<len0; i0++){
if(typeof data3[i0] !== "string"){
vErrors = joined(vErrors, [{instancePath:instancePath+"/allowedValues/" + i0,keyword:"type",params:NOTHING_SAID}]);
errors++;
}
}
}
else {
vErrors = joined(vErrors, [{instancePath:instancePath+"/allowedValues",keyword:"type",params:NOTHING_SAID}]);
errors++;
}
}
if(data.minLength !== undefined){
if(!(typeof data.minLength == "number")){
vErrors = joined(vErrors, [{instancePath:instancePath+"/minLength",keyword:"type",params:NOTHING_SAID}]);
errors++;
}
}
if(data.maxLength !== undefined){
if(!(typeof data.maxLength == "number")){
vErrors = joined(vErrors, [{instancePath:instancePath+"/maxLength",keyword:"type",params:NOTHING_SAID}]);
errors++;
}
}
if(data.userInterface !== undefined){
if(!(validate26(data.userInterface, {instancePath:instancePath+"/userInterface"}))){
vErrors = joined(vErrors, validate26.errors);
errors = vErrors.length;
}
}
}
else {
vErrors = joined(vErrors, [{instancePath,keyword:"type",params:NOTHING_SAID}]);
errors++;
}
validate25.errors = vErrors;
return errors === 0;
}

const schema12 = {"type":"object","properties":{"name":{"type":"string"},"type":{},"description":{"type":"string"},"default":{"type":"string"},"allowedValues":{"type":"array","items":{"type":"string"}},"minLength":{"type":"number"},"maxLength":{"type":"number"},"objectType":{"type":"string","enum":["FILE","DIRECTORY"]},"dataFlow":{"type":"string","enum":["NONE","IN","OUT","INOUT"]},"userInterface":{"$ref":"#/definitions/PATH_UserInterface"}},"required":["name"],"additionalProperties":false};
const func2 = Object.prototype.hasOwnProperty;

function validate31(data, {instancePath=""}={}){
let vErrors = null;
let errors = 0;
if(data && typeof data == "object" && !Array.isArray(data)){
if(data.label === undefined){
vErrors = joined(vErrors, [{instancePath,keyword:"required",params:{missingProperty: "label"}}]);
errors++;
}
if(data.patterns === undefined){
vErrors = joined(vErrors, [{instancePath,keyword:"required",params:{missingProperty: "patterns"}}]);
errors++;
}
for(const key0 in data){
if(!((key0 === "label") || (key0 === "patterns"))){
vErrors = joined(vErrors, [{instancePath,keyword:"additionalProperties",params:{additionalProperty: key0}}]);
errors++;
}
}
if(data.label !== undefined){
if(typeof data.label !== "string"){
vErrors = joined(vErrors, [{instancePath:instancePath+"/label",keyword:"type",params:NOTHING_SAID}]);
errors++;
}
}
if(data.patterns !== undefined){
let data1 = data.patterns;
if(Array.isArray(data1)){
const len0 = data1.length;
for(let i0=0; i0<len0; i0++){
if(typeof data1[i0] !== "string"){
vErrors = joined(vErrors, [{instancePath:instancePath+"/patterns/" + i0,keyword:"type",params:NOTHING_SAID}]);
errors++;
}
}
}
else {
vErrors = joined(vErrors, [{instancePath:instancePath+"/patterns",keyword:"type",params:NOTHING_SAID}]);
errors++;
}
}
}
else {
vErrors = joined(vErrors, [{instancePath,keyword:"type",params:NOTHING_SAID}]);
errors++;
}
validate31.errors = vErrors;
return errors === 0;
}


function validate30(data, {instancePath=""}={}){
let vErrors = null;
let errors = 0;
if(data && typeof data == "object" && !Array.isArray(data)){
for(const key0 in data){
if(!(((((key0 === "control") || (key0 === "label")) || (key0 === "groupLabel")) || (key0 === "fileFilters")) || (key0 === "fileFilterDefault"))){
vErrors = joined(vErrors, [{instancePath,keyword:"additionalProperties",params:{additionalProperty: key0}}]);
errors++;
}
}
if(data.control !== undefined){
let data0 = data.control;
if(typeof data0 !== "string"){
vErrors = joined(vErrors, [{instancePath:instancePath+"/control",keyword:"type",params:NOTHING_SAID}]);
errors++;
}
if(!(((((data0 === "CHOOSE_INPUT_FILE") || (data0 === "CHOOSE_OUTPUT_FILE")) || (data0 === "CHOOSE_DIRECTORY")) || (data0 === "DROPDOWN_LIST")) || (data0 === "HIDDEN"))){
vErrors = joined(vErrors, [{instancePath:instancePath+"/control",keyword:"enum",params:NOTHING_SAID}]);
errors++;
}
}
if(data.label !== undefined){
if(typeof data.label !== "string"){
vErrors = joined(vErrors, [{instancePath:instancePath+"/label",keyword:"type",params:NOTHING_SAID}]);
errors++;
}
}
if(data.groupLabel !== undefined){
if(typeof data.groupLabel !== "string"){
vErrors = joined(vErrors, [{instancePath:instancePath+"/groupLabel",keyword:"type",params:NOTHING_SAID}]);
errors++;
}
}
if(data.fileFilters !== undefined){
let data3 = data.fileFilters;
if(Array.isArray(data3)){
const len0 = data3.length;
for(let i0=0; i0<len0; i0++){
if(!(validate31(data3[i0], {instancePath:instancePath+"/fileFilters/" + i0}))){
vErrors = joined(vErrors, validate31.errors);
errors = vErrors.length;
}
}
}
else {
vErrors = joined(vErrors, [{instancePath:instancePath+"/fileFilters",keyword:"type",params:NOTHING_SAID}]);
errors++;
}
}
if(data.fileFilterDefault !== undefined){
if(!(validate31(data.fileFilterDefault, {instancePath:instancePath+"/fileFilterDefault"}))){
vErrors = joined(vErrors, validate31.errors);
errors = vErrors.length;
}
}
}
else {
vErrors = joined(vErrors, [{instancePath,keyword:"type",params:NOTHING_SAID}]);
errors++;
}
validate30.errors = vErrors;
return errors === 0;
}


function validate29(data, {instancePath=""}={}){
let vErrors = null;
let errors = 0;
if(data && typeof data == "object" && !Array.isArray(data)){
if(data.name === undefined){
vErrors = joined(vErrors, [{instancePath,keyword:"required",params:{missingProperty: "name"}}]);
errors++;
}
for(const key0 in data){
if(!(func2.call(schema12.properties, key0))){
vErrors = joined(vErrors, [{instancePath,keyword:"additionalProperties",params:{additionalProperty: key0}}]);
errors++;
}
}
if(data.name !== undefined){
if(typeof data.name !== "string"){
vErrors = joined(vErrors, [{instancePath:instancePath+"/name",keyword:"type",params:NOTHING_SAID}]);
errors++;
}
}
if(data.description !== undefined){
if(typeof data.description !== "string"){
vErrors = joined(vErrors, [{instancePath:instancePath+"/description",keyword:"type",params:NOTHING_SAID}]);
errors++;
}
}
if(data.default !== undefined){
if(typeof data.default !== "string"){
vErrors = joined(vErrors, [{instancePath:instancePath+"/default",keyword:"type",params:NOTHING_SAID}]);
errors++;
}
}
if(data.allowedValues !== undefined){
let data3 = data.allowedValues;
if(Array.isArray(data3)){
const len0 = data3.length;
for(let i0=0; i0<len0; i0++){
if(typeof data3[i0] !== "string"){
vErrors = joined(vErrors, [{instancePath:instancePath+"/allowedValues/" + i0,keyword:"type",params:NOTHING_SAID}]);
errors++;
}
}
}
else {
vErrors = joined(vErrors, [{instancePath:instancePath+"/allowedValues",keyword:"type",params:NOTHING_SAID}]);
errors++;
}
}
if(data.minLength !== undefined){
if(!(typeof data.minLength == "number")){
vErrors = joined(vErrors, [{instancePath:instancePath+"/minLength",keyword:"type",params:NOTHING_SAID}]);
errors++;
}
}
if(data.maxLength !== undefined){
if(!(typeof data.maxLength == "number")){
vErrors = joined(vErrors, [{instancePath:instancePath+"/maxLength",keyword:"type",params:NOTHING_SAID}]);
errors++;
}
}
if(data.objectType !== undefined){
let data7 = data.objectType;
if(typeof data7 !== "string"){
vErrors = joined(vErrors, [{instancePath:instancePath+"/objectType",keyword:"type",params:NOTHING_SAID}]);
errors++;
}
if(!((data7 === "FILE") || (data7 === "DIRECTORY"))){
vErrors = joined(vErrors, [{instancePath:instancePath+"/objectType",keyword:"enum",params:NOTHING_SAID}]);
errors++;
}
}
if(data.dataFlow !== undefined){
let data8 = data.dataFlow;
if(typeof data8 !== "string"){
vErrors = joined(vErrors, [{instancePath:instancePath+"/dataFlow",keyword:"type",params:NOTHING_SAID}]);
errors++;
}
if(!((((data8 === "NONE") || (data8 === "IN")) || (data8 === "OUT")) || (data8 === "INOUT"))){
vErrors = joined(vErrors, [{instancePath:instancePath+"/dataFlow",keyword:"enum",params:NOTHING_SAID}]);
errors++;
}
}
if(data.userInterface !== undefined){
if(!(validate30(data.userInterface, {instancePath:instancePath+"/userInterface"}))){
vErrors = joined(vErrors, validate30.errors);
errors = vErrors.length;
}
}
}
else {
vErrors = joined(vErrors, [{instancePath,keyword:"type",params:NOTHING_SAID}]);
errors++;
}
validate29.errors = vErrors;
return errors === 0;
}


function validate37(data, {instancePath=""}={}){
let vErrors = null;
let errors = 0;
if(data && typeof data == "object" && !Array.isArray(data)){
for(const key0 in data){
if(!((((key0 === "control") || (key0 === "label")) || (key0 === "groupLabel")) || (key0 === "singleStepDelta"))){
vErrors = joined(vErrors, [{instancePath,keyword:"additionalProperties",params:{additionalProperty: key0}}]);
errors++;
}
}
if(data.control !== undefined){
let data0 = data.control;
if(typeof data0 !== "string"){
vErrors = joined(vErrors, [{instancePath:instancePath+"/control",keyword:"type",params:NOTHING_SAID}]);
errors++;
}
if(!(((data0 === "SPIN_BOX") || (data0 === "DROPDOWN_LIST")) || (data0 === "HIDDEN"))){
vErrors = joined(vErrors, [{instancePath:instancePath+"/control",keyword:"enum",params:NOTHING_SAID}]);
errors++;
}
}
if(data.label !== undefined){
if(typeof data.label !== "string"){
vErrors = joined(vErrors, [{instancePath:instancePath+"/label",keyword:"type",params:NOTHING_SAID}]);
errors++;
}
}
if(data.groupLabel !== undefined){
if(typeof data.groupLabel !== "string"){
vErrors = joined(vErrors, [{instancePath:instancePath+"/groupLabel",keyword:"type",params:NOTHING_SAID}]);
errors++;
}
}
if(data.singleStepDelta !== undefined){
if(!(typeof data.singleStepDelta == "number")){
vErrors = joined(vErrors, [{instancePath:instancePath+"/singleStepDelta",keyword:"type",params:NOTHING_SAID}]);
errors++;
}
}
}
else {
vErrors = joined(vErrors, [{instancePath,keyword:"type",params:NOTHING_SAID}]);
errors++;
}
validate37.errors = vErrors;
return errors === 0;
}


function validate36(data, {instancePath=""}={}){
let vErrors = null;
let errors = 0;
if(data && typeof data == "object" && !Array.isArray(data)){
if(data.name === undefined){
vErrors = joined(vErrors, [{instancePath,keyword:"required",params:{missingProperty: "name"}}]);
errors++;
}
for(const key0 in data){
if(!((((((((key0 === "name") || (key0 === "type")) || (key0 === "description")) || (key0 === "default")) || (key0 === "allowedValues")) || (key0 === "minValue")) || (key0 === "maxValue")) || (key0 === "userInterface"))){
vErrors = joined(vErrors, [{instancePath,keyword:"additionalProperties",params:{additionalProperty: key0}}]);
errors++;
}
}
if(data.name !== undefined){
if(typeof data.name !== "string"){
vErrors = joined(vErrors, [{instancePath:instancePath+"/name",keyword:"type",params:NOTHING_SAID}]);
errors++;
}
}
if(data.description !== undefined){
if(typeof data.description !== "string"){
vErrors = joined(vErrors, [{instancePath:instancePath+"/description",keyword:"type",params:NOTHING_SAID}]);
errors++;
}
}
if(data.default !== undefined){
let data2 = data.default;
if((!(typeof data2 == "number")) && (typeof data2 !== "string")){
vErrors = joined(vErrors, [{instancePath:instancePath+"/default",keyword:"type",params:NOTHING_SAID}]);
errors++;
}
}
if(data.allowedValues !== undefined){
let data3 = data.allowedValues;
if(Array.isArray(data3)){
const len0 = data3.length;
for(let i0=0; i0<len0; i0++){
let data4 = data3[i0];
if((!(typeof data4 == "number")) && (typeof data4 !== "string")){
vErrors = joined(vErrors, [{instancePath:instancePath+"/allowedValues/" + i0,keyword:"type",params:NOTHING_SAID}]);
errors++;
}
}
}
else {
vErrors = joined(vErrors, [{instancePath:instancePath+"/allowedValues",keyword:"type",params:NOTHING_SAID}]);
errors++;
}
}
if(data.minValue !== undefined){
let data5 = data.minValue;
if((!(typeof data5 == "number")) && (typeof data5 !== "string")){
vErrors = joined(vErrors, [{instancePath:instancePath+"/minValue",keyword:"type",params:NOTHING_SAID}]);
errors++;
}
}
if(data.maxValue !== undefined){
let data6 = data.maxValue;
if((!(typeof data6 == "number")) && (typeof data6 !== "string")){
vErrors = joined(vErrors, [{instancePath:instancePath+"/maxValue",keyword:"type",params:NOTHING_SAID}]);
errors++;
}
}
if(data.userInterface !== undefined){
if(!(validate37(data.userInterface, {instancePath:instancePath+"/userInterface"}))){
vErrors = joined(vErrors, validate37.errors);
errors = vErrors.length;
}
}
}
else {
vErrors = joined(vErrors, [{instancePath,keyword:"type",params:NOTHING_SAID}]);
errors++;
}
validate36.errors = vErrors;
return errors === 0;
}


function validate41(data, {instancePath=""}={}){
let vErrors = null;
let errors = 0;
if(data && typeof data == "object" && !Array.isArray(data)){
for(const key0 in data){
if(!(((((key0 === "control") || (key0 === "label")) || (key0 === "groupLabel")) || (key0 === "decimals")) || (key0 === "singleStepDelta"))){
vErrors = joined(vErrors, [{instancePath,keyword:"additionalProperties",params:{additionalProperty: key0}}]);
errors++;
}
}
if(data.control !== undefined){
let data0 = data.control;
if(typeof data0 !== "string"){
vErrors = joined(vErrors, [{instancePath:instancePath+"/control",keyword:"type",params:NOTHING_SAID}]);
errors++;
}
if(!(((data0 === "SPIN_BOX") || (data0 === "DROPDOWN_LIST")) || (data0 === "HIDDEN"))){
vErrors = joined(vErrors, [{instancePath:instancePath+"/control",keyword:"enum",params:NOTHING_SAID}]);
errors++;
}
}
if(data.label !== undefined){
if(typeof data.label !== "string"){
vErrors = joined(vErrors, [{instancePath:instancePath+"/label",keyword:"type",params:NOTHING_SAID}]);
errors++;
}
}
if(data.groupLabel !== undefined){
if(typeof data.groupLabel !== "string"){
vErrors = joined(vErrors, [{instancePath:instancePath+"/groupLabel",keyword:"type",params:NOTHING_SAID}]);
errors++;
}
}
if(data.decimals !== undefined){
if(!(typeof data.decimals == "number")){
vErrors = joined(vErrors, [{instancePath:instancePath+"/decimals",keyword:"type",params:NOTHING_SAID}]);
errors++;
}
}
if(data.singleStepDelta !== undefined){
if(!(typeof data.singleStepDelta == "number")){
vErrors = joined(vErrors, [{instancePath:instancePath+"/singleStepDelta",keyword:"type",params:NOTHING_SAID}]);
errors++;
}
}
}
else {
vErrors = joined(vErrors, [{instancePath,keyword:"type",params:NOTHING_SAID}]);
errors++;
}
validate41.errors = vErrors;
return errors === 0;
}


function validate40(data, {instancePath=""}={}){
let vErrors = null;
let errors = 0;
if(data && typeof data == "object" && !Array.isArray(data)){
if(data.name === undefined){
vErrors = joined(vErrors, [{instancePath,keyword:"required",params:{missingProperty: "name"}}]);
errors++;
}
for(const key0 in data){
if(!((((((((key0 === "name") || (key0 === "type")) || (key0 === "description")) || (key0 === "default")) || (key0 === "allowedValues")) || (key0 === "minValue")) || (key0 === "maxValue")) || (key0 === "userInterface"))){
vErrors = joined(vErrors, [{instancePath,keyword:"additionalProperties",params:{additionalProperty: key0}}]);
errors++;
}
}
if(data.name !== undefined){
if(typeof data.name !== "string"){
vErrors = joined(vErrors, [{instancePath:instancePath+"/name",keyword:"type",params:NOTHING_SAID}]);
errors++;
}
}
if(data.description !== undefined){
if(typeof data.description !== "string"){
vErrors = joined(vErrors, [{instancePath:instancePath+"/description",keyword:"type",params:NOTHING_SAID}]);
errors++;
}
}
if(data.default !== undefined){
let data2 = data.default;
if((!(typeof data2 == "number")) && (typeof data2 !== "string")){
vErrors = joined(vErrors, [{instancePath:instancePath+"/default",keyword:"type",params:NOTHING_SAID}]);
errors++;
}
}
if(data.allowedValues !== undefined){
let data3 = data.allowedValues;
if(Array.isArray(data3)){
const len0 = data3.length;
for(let i0=0; i0<len0; i0++){
let data4 = data3[i0];
if((!(typeof data4 == "number")) && (typeof data4 !== "string")){
vErrors = joined(vErrors, [{instancePath:instancePath+"/allowedValues/" + i0,keyword:"type",params:NOTHING_SAID}]);
errors++;
}
}
}
else {
vErrors = joined(vErrors, [{instancePath:instancePath+"/allowedValues",keyword:"type",params:NOTHING_SAID}]);
errors++;
}
}
if(data.minValue !== undefined){
let data5 = data.minValue;
if((!(typeof data5 == "number")) && (typeof data5 !== "string")){
vErrors = joined(vErrors, [{instancePath:instancePath+"/minValue",keyword:"type",params:NOTHING_SAID}]);
errors++;
}
}
if(data.maxValue !== undefined){
let data6 = data.maxValue;
if((!(typeof data6 == "number")) && (typeof data6 !== "string")){
vErrors = joined(vErrors, [{instancePath:instancePath+"/maxValue",keyword:"type",params:NOTHING_SAID}]);
errors++;
}
}
if(data.userInterface !== undefined){
if(!(validate41(data.userInterface, {instancePath:instancePath+"/userInterface"}))){
vErrors = joined(vErrors, validate41.errors);
errors = vErrors.length;
}
}
}
else {
vErrors = joined(vErrors, [{instancePath,keyword:"type",params:NOTHING_SAID}]);
errors++;
}
validate40.errors = vErrors;
return errors === 0;
}


function validate45(data, {instancePath=""}={}){
let vErrors = null;
let errors = 0;
if(data && typeof data == "object" && !Array.isArray(data)){
for(const key0 in data){
if(!(((key0 === "control") || (key0 === "label")) || (key0 === "groupLabel"))){
vErrors = joined(vErrors, [{instancePath,keyword:"additionalProperties",params:{additionalProperty: key0}}]);
errors++;
}
}
if(data.control !== undefined){
let data0 = data.control;
if(typeof data0 !== "string"){
vErrors = joined(vErrors, [{instancePath:instancePath+"/control",keyword:"type",params:NOTHING_SAID}]);
errors++;
}
if(!((data0 === "CHECK_BOX") || (data0 === "HIDDEN"))){
vErrors = joined(vErrors, [{instancePath:instancePath+"/control",keyword:"enum",params:NOTHING_SAID}]);
errors++;
}
}
if(data.label !== undefined){
if(typeof data.label !== "string"){
vErrors = joined(vErrors, [{instancePath:instancePath+"/label",keyword:"type",params:NOTHING_SAID}]);
errors++;
}
}
if(data.groupLabel !== undefined){
if(typeof data.groupLabel !== "string"){
vErrors = joined(vErrors, [{instancePath:instancePath+"/groupLabel",keyword:"type",params:NOTHING_SAID}]);
errors++;
}
}
}
else {
vErrors = joined(vErrors, [{instancePath,keyword:"type",params:NOTHING_SAID}]);
errors++;
}
validate45.errors = vErrors;
return errors === 0;
}


function validate44(data, {instancePath=""}={}){
let vErrors = null;
let errors = 0;
if(data && typeof data == "object" && !Array.isArray(data)){
if(data.name === undefined){
vErrors = joined(vErrors, [{instancePath,keyword:"required",params:{missingProperty: "name"}}]);
errors++;
}
for(const key0 in data){
if(!(((((key0 === "name") || (key0 === "type")) || (key0 === "description")) || (key0 === "default")) || (key0 === "userInterface"))){
vErrors = joined(vErrors, [{instancePath,keyword:"additionalProperties",params:{additionalProperty: key0}}]);
errors++;
}
}
if(data.name !== undefined){
if(typeof data.name !== "string"){
vErrors = joined(vErrors, [{instancePath:instancePath+"/name",keyword:"type",params:NOTHING_SAID}]);
errors++;
}
}
if(data.description !== undefined){
if(typeof data.description !== "string"){
vErrors = joined(vErrors, [{instancePath:instancePath+"/description",keyword:"type",params:NOTHING_SAID}]);
errors++;
}
}
if(data.default !== undefined){
let data2 = data.default;
if(((typeof data2 !== "boolean") && (!(typeof data2 == "number"))) && (typeof data2 !== "string")){
vErrors = joined(vErrors, [{instancePath:instancePath+"/default",keyword:"type",params:NOTHING_SAID}]);
errors++;
}
}
if(data.userInterface !== undefined){
if(!(validate45(data.userInterface, {instancePath:instancePath+"/userInterface"}))){
vErrors = joined(vErrors, validate45.errors);
errors = vErrors.length;
}
}
}
else {
vErrors = joined(vErrors, [{instancePath,keyword:"type",params:NOTHING_SAID}]);
errors++;
}
validate44.errors = vErrors;
return errors === 0;
}


function validate49(data, {instancePath=""}={}){
let vErrors = null;
let errors = 0;
if(data && typeof data == "object" && !Array.isArray(data)){
for(const key0 in data){
if(!(((key0 === "control") || (key0 === "label")) || (key0 === "groupLabel"))){
vErrors = joined(vErrors, [{instancePath,keyword:"additionalProperties",params:{additionalProperty: key0}}]);
errors++;
}
}
if(data.control !== undefined){
let data0 = data.control;
if(typeof data0 !== "string"){
vErrors = joined(vErrors, [{instancePath:instancePath+"/control",keyword:"type",params:NOTHING_SAID}]);
errors++;
}
if(!((data0 === "LINE_EDIT") || (data0 === "HIDDEN"))){
vErrors = joined(vErrors, [{instancePath:instancePath+"/control",keyword:"enum",params:NOTHING_SAID}]);
errors++;
}
}
if(data.label !== undefined){
if(typeof data.label !== "string"){
vErrors = joined(vErrors, [{instancePath:instancePath+"/label",keyword:"type",params:NOTHING_SAID}]);
errors++;
}
}
if(data.groupLabel !== undefined){
if(typeof data.groupLabel !== "string"){
vErrors = joined(vErrors, [{instancePath:instancePath+"/groupLabel",keyword:"type",params:NOTHING_SAID}]);
errors++;
}
}
}
else {
vErrors = joined(vErrors, [{instancePath,keyword:"type",params:NOTHING_SAID}]);
errors++;
}
validate49.errors = vErrors;
return errors === 0;
}


function validate48(data, {instancePath=""}={}){
let vErrors = null;
let errors = 0;
if(data && typeof data == "object" && !Array.isArray(data)){
if(data.name === undefined){
vErrors = joined(vErrors, [{instancePath,keyword:"required",params:{missingProperty: "name"}}]);
errors++;
}
for(const key0 in data){
if(!(((((((key0 === "name") || (key0 === "type")) || (key0 === "description")) || (key0 === "default")) || (key0 === "minLength")) || (key0 === "maxLength")) || (key0 === "userInterface"))){
vErrors = joined(vErrors, [{instancePath,keyword:"additionalProperties",params:{additionalProperty: key0}}]);
errors++;
}
}
if(data.name !== undefined){
if(typeof data.name !== "string"){
vErrors = joined(vErrors, [{instancePath:instancePath+"/name",keyword:"type",params:NOTHING_SAID}]);
errors++;
}
}
if(data.description !== undefined){
if(typeof data.description !== "string"){
vErrors = joined(vErrors, [{instancePath:instancePath+"/description",keyword:"type",params:NOTHING_SAID}]);
errors++;
}
}
if(data.default !== undefined){
if(typeof data.default !== "string"){
vErrors = joined(vErrors, [{instancePath:instancePath+"/default",keyword:"type",params:NOTHING_SAID}]);
errors++;
}
}
if(data.minLength !== undefined){
if(!(typeof data.minLength == "number")){
vErrors = joined(vErrors, [{instancePath:instancePath+"/minLength",keyword:"type",params:NOTHING_SAID}]);
errors++;
}
}
if(data.maxLength !== undefined){
if(!(typeof data.maxLength == "number")){
vErrors = joined(vErrors, [{instancePath:instancePath+"/maxLength",keyword:"type",params:NOTHING_SAID}]);
errors++;
}
}
if(data.userInterface !== undefined){
if(!(validate49(data.userInterface, {instancePath:instancePath+"/userInterface"}))){
vErrors = joined(vErrors, validate49.errors);
errors = vErrors.length;
}
}
}
else {
vErrors = joined(vErrors, [{instancePath,keyword:"type",params:NOTHING_SAID}]);
errors++;
}
validate48.errors = vErrors;
return errors === 0;
}


function validate53(data, {instancePath=""}={}){
let vErrors = null;
let errors = 0;
if(data && typeof data == "object" && !Array.isArray(data)){
for(const key0 in data){
if(!(((key0 === "allowedValues") || (key0 === "minLength")) || (key0 === "maxLength"))){
vErrors = joined(vErrors, [{instancePath,keyword:"additionalProperties",params:{additionalProperty: key0}}]);
errors++;
}
}
if(data.allowedValues !== undefined){
let data0 = data.allowedValues;
if(Array.isArray(data0)){
const len0 = data0.length;
for(let i0=0; i0<len0; i0++){
if(typeof data0[i0] !== "string"){
vErrors = joined(vErrors, [{instancePath:instancePath+"/allowedValues/" + i0,keyword:"type",params:NOTHING_SAID}]);
errors++;
}
}
}
else {
vErrors = joined(vErrors, [{instancePath:instancePath+"/allowedValues",keyword:"type",params:NOTHING_SAID}]);
errors++;
}
}
if(data.minLength !== undefined){
if(!(typeof data.minLength == "number")){
vErrors = joined(vErrors, [{instancePath:instancePath+"/minLength",keyword:"type",params:NOTHING_SAID}]);
errors++;
}
}
if(data.maxLength !== undefined){
if(!(typeof data.maxLength == "number")){
vErrors = joined(vErrors, [{instancePath:instancePath+"/maxLength",keyword:"type",params:NOTHING_SAID}]);
errors++;
}
}
}
else {
vErrors = joined(vErrors, [{instancePath,keyword:"type",params:NOTHING_SAID}]);
errors++;
}
validate53.errors = vErrors;
return errors === 0;
}


function validate55(data, {instancePath=""}={}){
let vErrors = null;
let errors = 0;
if(data && typeof data == "object" && !Array.isArray(data)){
for(const key0 in data){
if(!(((key0 === "control") || (key0 === "label")) || (key0 === "groupLabel"))){
vErrors = joined(vErrors, [{instancePath,keyword:"additionalProperties",params:{additionalProperty: key0}}]);
errors++;
}
}
if(data.control !== undefined){
let data0 = data.control;
if(typeof data0 !== "string"){
vErrors = joined(vErrors, [{instancePath:instancePath+"/control",keyword:"type",params:NOTHING_SAID}]);
errors++;
}
if(!((data0 === "LINE_EDIT_LIST") || (data0 === "HIDDEN"))){
vErrors = joined(vErrors, [{instancePath:instancePath+"/control",keyword:"enum",params:NOTHING_SAID}]);
errors++;
}
}
if(data.label !== undefined){
if(typeof data.label !== "string"){
vErrors = joined(vErrors, [{instancePath:instancePath+"/label",keyword:"type",params:NOTHING_SAID}]);
errors++;
}
}
if(data.groupLabel !== undefined){
if(typeof data.groupLabel !== "string"){
vErrors = joined(vErrors, [{instancePath:instancePath+"/groupLabel",keyword:"type",params:NOTHING_SAID}]);
errors++;
}
}
}
else {
vErrors = joined(vErrors, [{instancePath,keyword:"type",params:NOTHING_SAID}]);
errors++;
}
validate55.errors = vErrors;
return errors === 0;
}


function validate52(data, {instancePath=""}={}){
let vErrors = null;
let errors = 0;
if(data && typeof data == "object" && !Array.isArray(data)){
if(data.name === undefined){
vErrors = joined(vErrors, [{instancePath,keyword:"required",params:{missingProperty: "name"}}]);
errors++;
}
for(const key0 in data){
if(!((((((((key0 === "name") || (key0 === "type")) || (key0 === "description")) || (key0 === "default")) || (key0 === "minLength")) || (key0 === "maxLength")) || (key0 === "item")) || (key0 === "userInterface"))){
vErrors = joined(vErrors, [{instancePath,keyword:"additionalProperties",params:{additionalProperty: key0}}]);
errors++;
}
}
if(data.name !== undefined){
if(typeof data.name !== "string"){
vErrors = joined(vErrors, [{instancePath:instancePath+"/name",keyword:"type",params:NOTHING_SAID}]);
errors++;
}
}
if(data.description !== undefined){
if(typeof data.description !== "string"){
vErrors = joined(vErrors, [{instancePath:instancePath+"/description",keyword:"type",params:NOTHING_SAID}]);
errors++;
}
}
if(data.default !== undefined){
let data2 = data.default;
if(Array.isArray(data2)){
const len0 = data2.length;
for(let i0=0; i0<len0; i0++){
if(typeof data2[i0] !== "string"){
vErrors = joined(vErrors, [{instancePath:instancePath+"/default/" + i0,keyword:"type",params:NOTHING_SAID}]);
errors++;
}
}
}
else {
vErrors = joined(vErrors, [{instancePath:instancePath+"/default",keyword:"type",params:NOTHING_SAID}]);
errors++;
}
}
if(data.minLength !== undefined){
if(!(typeof data.minLength == "number")){
vErrors = joined(vErrors, [{instancePath:instancePath+"/minLength",keyword:"type",params:NOTHING_SAID}]);
errors++;
}
}
if(data.maxLength !== undefined){
if(!(typeof data.maxLength == "number")){
vErrors = joined(vErrors, [{instancePath:instancePath+"/maxLength",keyword:"type",params:NOTHING_SAID}]);
errors++;
}
}
if(data.item !== undefined){
if(!(validate53(data.item, {instancePath:instancePath+"/item"}))){
vErrors = joined(vErrors, validate53.errors);
errors = vErrors.length;
}
}
if(data.userInterface !== undefined){
if(!(validate55(data.userInterface, {instancePath:instancePath+"/userInterface"}))){
vErrors = joined(vErrors, validate55.errors);
errors = vErrors.length;
}
}
}
else {
vErrors = joined(vErrors, [{instancePath,keyword:"type",params:NOTHING_SAID}]);
errors++;
}
validate52.errors = vErrors;
return errors === 0;
}

const schema26 = {"type":"object","properties":{"name":{"type":"string"},"type":{},"description":{"type":"string"},"default":{"type":"array","items":{"type":"string"}},"minLength":{"type":"number"},"maxLength":{"type":"number"},"objectType":{"type":"string","enum":["FILE","DIRECTORY"]},"dataFlow":{"type":"string","enum":["NONE","IN","OUT","INOUT"]},"item":{"$ref":"#/definitions/TextItem"},"userInterface":{"$ref":"#/definitions/LIST_PATH_UserInterface"}},"required":["name"],"additionalProperties":false};

function validate60(data, {instancePath=""}={}){
let vErrors = null;
let errors = 0;
if(data && typeof data == "object" && !Array.isArray(data)){
for(const key0 in data){
if(!(((((key0 === "control") || (key0 === "label")) || (key0 === "groupLabel")) || (key0 === "fileFilters")) || (key0 === "fileFilterDefault"))){
vErrors = joined(vErrors, [{instancePath,keyword:"additionalProperties",params:{additionalProperty: key0}}]);
errors++;
}
}
if(data.control !== undefined){
let data0 = data.control;
if(typeof data0 !== "string"){
vErrors = joined(vErrors, [{instancePath:instancePath+"/control",keyword:"type",params:NOTHING_SAID}]);
errors++;
}
if(!((((data0 === "CHOOSE_INPUT_FILE_LIST") || (data0 === "CHOOSE_OUTPUT_FILE_LIST")) || (data0 === "CHOOSE_DIRECTORY_LIST")) || (data0 === "HIDDEN"))){
vErrors = joined(vErrors, [{instancePath:instancePath+"/control",keyword:"enum",params:NOTHING_SAID}]);
errors++;
}
}
if(data.label !== undefined){
if(typeof data.label !== "string"){
vErrors = joined(vErrors, [{instancePath:instancePath+"/label",keyword:"type",params:NOTHING_SAID}]);
errors++;
}
}
if(data.groupLabel !== undefined){
if(typeof data.groupLabel !== "string"){
vErrors = joined(vErrors, [{instancePath:instancePath+"/groupLabel",keyword:"type",params:NOTHING_SAID}]);
errors++;
}
}
if(data.fileFilters !== undefined){
let data3 = data.fileFilters;
if(Array.isArray(data3)){
const len0 = data3.length;
for(let i0=0; i0<len0; i0++){
if(!(validate31(data3[i0], {instancePath:instancePath+"/fileFilters/" + i0}))){
vErrors = joined(vErrors, validate31.errors);
errors = vErrors.length;
}
}
}
else {
vErrors = joined(vErrors, [{instancePath:instancePath+"/fileFilters",keyword:"type",params:NOTHING_SAID}]);
errors++;
}
}
if(data.fileFilterDefault !== undefined){
if(!(validate31(data.fileFilterDefault, {instancePath:instancePath+"/fileFilterDefault"}))){
vErrors = joined(vErrors, validate31.errors);
errors = vErrors.length;
}
}
}
else {
vErrors = joined(vErrors, [{instancePath,keyword:"type",params:NOTHING_SAID}]);
errors++;
}
validate60.errors = vErrors;
return errors === 0;
}


function validate58(data, {instancePath=""}={}){
let vErrors = null;
let errors = 0;
if(data && typeof data == "object" && !Array.isArray(data)){
if(data.name === undefined){
vErrors = joined(vErrors, [{instancePath,keyword:"required",params:{missingProperty: "name"}}]);
errors++;
}
for(const key0 in data){
if(!(func2.call(schema26.properties, key0))){
vErrors = joined(vErrors, [{instancePath,keyword:"additionalProperties",params:{additionalProperty: key0}}]);
errors++;
}
}
if(data.name !== undefined){
if(typeof data.name !== "string"){
vErrors = joined(vErrors, [{instancePath:instancePath+"/name",keyword:"type",params:NOTHING_SAID}]);
errors++;
}
}
if(data.description !== undefined){
if(typeof data.description !== "string"){
vErrors = joined(vErrors, [{instancePath:instancePath+"/description",keyword:"type",params:NOTHING_SAID}]);
errors++;
}
}
if(data.default !== undefined){
let data2 = data.default;
if(Array.isArray(data2)){
const len0 = data2.length;
for(let i0=0; i0<len0; i0++){
if(typeof data2[i0] !== "string"){
vErrors = joined(vErrors, [{instancePath:instancePath+"/default/" + i0,keyword:"type",params:NOTHING_SAID}]);
errors++;
}
}
}
else {
vErrors = joined(vErrors, [{instancePath:instancePath+"/default",keyword:"type",params:NOTHING_SAID}]);
errors++;
}
}
if(data.minLength !== undefined){
if(!(typeof data.minLength == "number")){
vErrors = joined(vErrors, [{instancePath:instancePath+"/minLength",keyword:"type",params:NOTHING_SAID}]);
errors++;
}
}
if(data.maxLength !== undefined){
if(!(typeof data.maxLength == "number")){
vErrors = joined(vErrors, [{instancePath:instancePath+"/maxLength",keyword:"type",params:NOTHING_SAID}]);
errors++;
}
}
if(data.objectType !== undefined){
let data6 = data.objectType;
if(typeof data6 !== "string"){
vErrors = joined(vErrors, [{instancePath:instancePath+"/objectType",keyword:"type",params:NOTHING_SAID}]);
errors++;
}
if(!((data6 === "FILE") || (data6 === "DIRECTORY"))){
vErrors = joined(vErrors, [{instancePath:instancePath+"/objectType",keyword:"enum",params:NOTHING_SAID}]);
errors++;
}
}
if(data.dataFlow !== undefined){
let data7 = data.dataFlow;
if(typeof data7 !== "string"){
vErrors = joined(vErrors, [{instancePath:instancePath+"/dataFlow",keyword:"type",params:NOTHING_SAID}]);
errors++;
}
if(!((((data7 === "NONE") || (data7 === "IN")) || (data7 === "OUT")) || (data7 === "INOUT"))){
vErrors = joined(vErrors, [{instancePath:instancePath+"/dataFlow",keyword:"enum",params:NOTHING_SAID}]);
errors++;
}
}
if(data.item !== undefined){
if(!(validate53(data.item, {instancePath:instancePath+"/item"}))){
vErrors = joined(vErrors, validate53.errors);
errors = vErrors.length;
}
}
if(data.userInterface !== undefined){
if(!(validate60(data.userInterface, {instancePath:instancePath+"/userInterface"}))){
vErrors = joined(vErrors, validate60.errors);
errors = vErrors.length;
}
}
}
else {
vErrors = joined(vErrors, [{instancePath,keyword:"type",params:NOTHING_SAID}]);
errors++;
}
validate58.errors = vErrors;
return errors === 0;
}


function validate66(data, {instancePath=""}={}){
let vErrors = null;
let errors = 0;
if(data && typeof data == "object" && !Array.isArray(data)){
for(const key0 in data){
if(!(((key0 === "allowedValues") || (key0 === "minValue")) || (key0 === "maxValue"))){
vErrors = joined(vErrors, [{instancePath,keyword:"additionalProperties",params:{additionalProperty: key0}}]);
errors++;
}
}
if(data.allowedValues !== undefined){
let data0 = data.allowedValues;
if(Array.isArray(data0)){
const len0 = data0.length;
for(let i0=0; i0<len0; i0++){
if(!(typeof data0[i0] == "number")){
vErrors = joined(vErrors, [{instancePath:instancePath+"/allowedValues/" + i0,keyword:"type",params:NOTHING_SAID}]);
errors++;
}
}
}
else {
vErrors = joined(vErrors, [{instancePath:instancePath+"/allowedValues",keyword:"type",params:NOTHING_SAID}]);
errors++;
}
}
if(data.minValue !== undefined){
if(!(typeof data.minValue == "number")){
vErrors = joined(vErrors, [{instancePath:instancePath+"/minValue",keyword:"type",params:NOTHING_SAID}]);
errors++;
}
}
if(data.maxValue !== undefined){
if(!(typeof data.maxValue == "number")){
vErrors = joined(vErrors, [{instancePath:instancePath+"/maxValue",keyword:"type",params:NOTHING_SAID}]);
errors++;
}
}
}
else {
vErrors = joined(vErrors, [{instancePath,keyword:"type",params:NOTHING_SAID}]);
errors++;
}
validate66.errors = vErrors;
return errors === 0;
}


function validate68(data, {instancePath=""}={}){
let vErrors = null;
let errors = 0;
if(data && typeof data == "object" && !Array.isArray(data)){
for(const key0 in data){
if(!((((key0 === "control") || (key0 === "label")) || (key0 === "groupLabel")) || (key0 === "singleStepDelta"))){
vErrors = joined(vErrors, [{instancePath,keyword:"additionalProperties",params:{additionalProperty: key0}}]);
errors++;
}
}
if(data.control !== undefined){
let data0 = data.control;
if(typeof data0 !== "string"){
vErrors = joined(vErrors, [{instancePath:instancePath+"/control",keyword:"type",params:NOTHING_SAID}]);
errors++;
}
if(!((data0 === "SPIN_BOX_LIST") || (data0 === "HIDDEN"))){
vErrors = joined(vErrors, [{instancePath:instancePath+"/control",keyword:"enum",params:NOTHING_SAID}]);
errors++;
}
}
if(data.label !== undefined){
if(typeof data.label !== "string"){
vErrors = joined(vErrors, [{instancePath:instancePath+"/label",keyword:"type",params:NOTHING_SAID}]);
errors++;
}
}
if(data.groupLabel !== undefined){
if(typeof data.groupLabel !== "string"){
vErrors = joined(vErrors, [{instancePath:instancePath+"/groupLabel",keyword:"type",params:NOTHING_SAID}]);
errors++;
}
}
if(data.singleStepDelta !== undefined){
if(!(typeof data.singleStepDelta == "number")){
vErrors = joined(vErrors, [{instancePath:instancePath+"/singleStepDelta",keyword:"type",params:NOTHING_SAID}]);
errors++;
}
}
}
else {
vErrors = joined(vErrors, [{instancePath,keyword:"type",params:NOTHING_SAID}]);
errors++;
}
validate68.errors = vErrors;
return errors === 0;
}


function validate65(data, {instancePath=""}={}){
let vErrors = null;
let errors = 0;
if(data && typeof data == "object" && !Array.isArray(data)){
if(data.name === undefined){
vErrors = joined(vErrors, [{instancePath,keyword:"required",params:{missingProperty: "name"}}]);
errors++;
}
for(const key0 in data){
if(!((((((((key0 === "name") || (key0 === "type")) || (key0 === "description")) || (key0 === "default")) || (key0 === "minLength")) || (key0 === "maxLength")) || (key0 === "item")) || (key0 === "userInterface"))){
vErrors = joined(vErrors, [{instancePath,keyword:"additionalProperties",params:{additionalProperty: key0}}]);
errors++;
}
}
if(data.name !== undefined){
if(typeof data.name !== "string"){
vErrors = joined(vErrors, [{instancePath:instancePath+"/name",keyword:"type",params:NOTHING_SAID}]);
errors++;
}
}
if(data.description !== undefined){
if(typeof data.description !== "string"){
vErrors = joined(vErrors, [{instancePath:instancePath+"/description",keyword:"type",params:NOTHING_SAID}]);
errors++;
}
}
if(data.default !== undefined){
let data2 = data.default;
if(Array.isArray(data2)){
const len0 = data2.length;
for(let i0=0; i0<len0; i0++){
if(!(typeof data2[i0] == "number")){
vErrors = joined(vErrors, [{instancePath:instancePath+"/default/" + i0,keyword:"type",params:NOTHING_SAID}]);
errors++;
}
}
}
else {
vErrors = joined(vErrors, [{instancePath:instancePath+"/default",keyword:"type",params:NOTHING_SAID}]);
errors++;
}
}
if(data.minLength !== undefined){
if(!(typeof data.minLength == "number")){
vErrors = joined(vErrors, [{instancePath:instancePath+"/minLength",keyword:"type",params:NOTHING_SAID}]);
errors++;
}
}
if(data.maxLength !== undefined){
if(!(typeof data.maxLength == "number")){
vErrors = joined(vErrors, [{instancePath:instancePath+"/maxLength",keyword:"type",params:NOTHING_SAID}]);
errors++;
}
}
if(data.item !== undefined){
if(!(validate66(data.item, {instancePath:instancePath+"/item"}))){
vErrors = joined(vErrors, validate66.errors);
errors = vErrors.length;
}
}
if(data.userInterface !== undefined){
if(!(validate68(data.userInterface, {instancePath:instancePath+"/userInterface"}))){
vErrors = joined(vErrors, validate68.errors);
errors = vErrors.length;
}
}
}
else {
vErrors = joined(vErrors, [{instancePath,keyword:"type",params:NOTHING_SAID}]);
errors++;
}
validate65.errors = vErrors;
return errors === 0;
}


function validate72(data, {instancePath=""}={}){
let vErrors = null;
let errors = 0;
if(data && typeof data == "object" && !Array.isArray(data)){
for(const key0 in data){
if(!(((key0 === "allowedValues") || (key0 === "minValue")) || (key0 === "maxValue"))){
vErrors = joined(vErrors, [{instancePath,keyword:"additionalProperties",params:{additionalProperty: key0}}]);
errors++;
}
}
if(data.allowedValues !== undefined){
let data0 = data.allowedValues;
if(Array.isArray(data0)){
const len0 = data0.length;
for(let i0=0; i0<len0; i0++){
if(!(typeof data0[i0] == "number")){
vErrors = joined(vErrors, [{instancePath:instancePath+"/allowedValues/" + i0,keyword:"type",params:NOTHING_SAID}]);
errors++;
}
}
}
else {
vErrors = joined(vErrors, [{instancePath:instancePath+"/allowedValues",keyword:"type",params:NOTHING_SAID}]);
errors++;
}
}
if(data.minValue !== undefined){
if(!(typeof data.minValue == "number")){
vErrors = joined(vErrors, [{instancePath:instancePath+"/minValue",keyword:"type",params:NOTHING_SAID}]);
errors++;
}
}
if(data.maxValue !== undefined){
if(!(typeof data.maxValue == "number")){
vErrors = joined(vErrors, [{instancePath:instancePath+"/maxValue",keyword:"type",params:NOTHING_SAID}]);
errors++;
}
}
}
else {
vErrors = joined(vErrors, [{instancePath,keyword:"type",params:NOTHING_SAID}]);
errors++;
}
validate72.errors = vErrors;
return errors === 0;
}


function validate74(data, {instancePath=""}={}){
let vErrors = null;
let errors = 0;
if(data && typeof data == "object" && !Array.isArray(data)){
for(const key0 in data){
if(!(((((key0 === "control") || (key0 === "label")) || (key0 === "groupLabel")) || (key0 === "decimals")) || (key0 === "singleStepDelta"))){
vErrors = joined(vErrors, [{instancePath,keyword:"additionalProperties",params:{additionalProperty: key0}}]);
errors++;
}
}
if(data.control !== undefined){
let data0 = data.control;
if(typeof data0 !== "string"){
vErrors = joined(vErrors, [{instancePath:instancePath+"/control",keyword:"type",params:NOTHING_SAID}]);
errors++;
}
if(!((data0 === "SPIN_BOX_LIST") || (data0 === "HIDDEN"))){
vErrors = joined(vErrors, [{instancePath:instancePath+"/control",keyword:"enum",params:NOTHING_SAID}]);
errors++;
}
}
if(data.label !== undefined){
if(typeof data.label !== "string"){
vErrors = joined(vErrors, [{instancePath:instancePath+"/label",keyword:"type",params:NOTHING_SAID}]);
errors++;
}
}
if(data.groupLabel !== undefined){
if(typeof data.groupLabel !== "string"){
vErrors = joined(vErrors, [{instancePath:instancePath+"/groupLabel",keyword:"type",params:NOTHING_SAID}]);
errors++;
}
}
if(data.decimals !== undefined){
if(!(typeof data.decimals == "number")){
vErrors = joined(vErrors, [{instancePath:instancePath+"/decimals",keyword:"type",params:NOTHING_SAID}]);
errors++;
}
}
if(data.singleStepDelta !== undefined){
if(!(typeof data.singleStepDelta == "number")){
vErrors = joined(vErrors, [{instancePath:instancePath+"/singleStepDelta",keyword:"type",params:NOTHING_SAID}]);
errors++;
}
}
}
else {
vErrors = joined(vErrors, [{instancePath,keyword:"type",params:NOTHING_SAID}]);
errors++;
}
validate74.errors = vErrors;
return errors === 0;
}


function validate71(data, {instancePath=""}={}){
let vErrors = null;
let errors = 0;
if(data && typeof data == "object" && !Array.isArray(data)){
if(data.name === undefined){
vErrors = joined(vErrors, [{instancePath,keyword:"required",params:{missingProperty: "name"}}]);
errors++;
}
for(const key0 in data){
if(!((((((((key0 === "name") || (key0 === "type")) || (key0 === "description")) || (key0 === "default")) || (key0 === "minLength")) || (key0 === "maxLength")) || (key0 === "item")) || (key0 === "userInterface"))){
vErrors = joined(vErrors, [{instancePath,keyword:"additionalProperties",params:{additionalProperty: key0}}]);
errors++;
}
}
if(data.name !== undefined){
if(typeof data.name !== "string"){
vErrors = joined(vErrors, [{instancePath:instancePath+"/name",keyword:"type",params:NOTHING_SAID}]);
errors++;
}
}
if(data.description !== undefined){
if(typeof data.description !== "string"){
vErrors = joined(vErrors, [{instancePath:instancePath+"/description",keyword:"type",params:NOTHING_SAID}]);
errors++;
}
}
if(data.default !== undefined){
let data2 = data.default;
if(Array.isArray(data2)){
const len0 = data2.length;
for(let i0=0; i0<len0; i0++){
if(!(typeof data2[i0] == "number")){
vErrors = joined(vErrors, [{instancePath:instancePath+"/default/" + i0,keyword:"type",params:NOTHING_SAID}]);
errors++;
}
}
}
else {
vErrors = joined(vErrors, [{instancePath:instancePath+"/default",keyword:"type",params:NOTHING_SAID}]);
errors++;
}
}
if(data.minLength !== undefined){
if(!(typeof data.minLength == "number")){
vErrors = joined(vErrors, [{instancePath:instancePath+"/minLength",keyword:"type",params:NOTHING_SAID}]);
errors++;
}
}
if(data.maxLength !== undefined){
if(!(typeof data.maxLength == "number")){
vErrors = joined(vErrors, [{instancePath:instancePath+"/maxLength",keyword:"type",params:NOTHING_SAID}]);
errors++;
}
}
if(data.item !== undefined){
if(!(validate72(data.item, {instancePath:instancePath+"/item"}))){
vErrors = joined(vErrors, validate72.errors);
errors = vErrors.length;
}
}
if(data.userInterface !== undefined){
if(!(validate74(data.userInterface, {instancePath:instancePath+"/userInterface"}))){
vErrors = joined(vErrors, validate74.errors);
errors = vErrors.length;
}
}
}
else {
vErrors = joined(vErrors, [{instancePath,keyword:"type",params:NOTHING_SAID}]);
errors++;
}
validate71.errors = vErrors;
return errors === 0;
}


function validate78(data, {instancePath=""}={}){
let vErrors = null;
let errors = 0;
if(data && typeof data == "object" && !Array.isArray(data)){
for(const key0 in data){
if(!(((key0 === "control") || (key0 === "label")) || (key0 === "groupLabel"))){
vErrors = joined(vErrors, [{instancePath,keyword:"additionalProperties",params:{additionalProperty: key0}}]);
errors++;
}
}
if(data.control !== undefined){
let data0 = data.control;
if(typeof data0 !== "string"){
vErrors = joined(vErrors, [{instancePath:instancePath+"/control",keyword:"type",params:NOTHING_SAID}]);
errors++;
}
if(!((data0 === "CHECK_BOX_LIST") || (data0 === "HIDDEN"))){
vErrors = joined(vErrors, [{instancePath:instancePath+"/control",keyword:"enum",params:NOTHING_SAID}]);
errors++;
}
}
if(data.label !== undefined){
if(typeof data.label !== "string"){
vErrors = joined(vErrors, [{instancePath:instancePath+"/label",keyword:"type",params:NOTHING_SAID}]);
errors++;
}
}
if(data.groupLabel !== undefined){
if(typeof data.groupLabel !== "string"){
vErrors = joined(vErrors, [{instancePath:instancePath+"/groupLabel",keyword:"type",params:NOTHING_SAID}]);
errors++;
}
}
}
else {
vErrors = joined(vErrors, [{instancePath,keyword:"type",params:NOTHING_SAID}]);
errors++;
}
validate78.errors = vErrors;
return errors === 0;
}


function validate77(data, {instancePath=""}={}){
let vErrors = null;
let errors = 0;
if(data && typeof data == "object" && !Array.isArray(data)){
if(data.name === undefined){
vErrors = joined(vErrors, [{instancePath,keyword:"required",params:{missingProperty: "name"}}]);
errors++;
}
for(const key0 in data){
if(!(((((((key0 === "name") || (key0 === "type")) || (key0 === "description")) || (key0 === "default")) || (key0 === "minLength")) || (key0 === "maxLength")) || (key0 === "userInterface"))){
vErrors = joined(vErrors, [{instancePath,keyword:"additionalProperties",params:{additionalProperty: key0}}]);
errors++;
}
}
if(data.name !== undefined){
if(typeof data.name !== "string"){
vErrors = joined(vErrors, [{instancePath:instancePath+"/name",keyword:"type",params:NOTHING_SAID}]);
errors++;
}
}
if(data.description !== undefined){
if(typeof data.description !== "string"){
vErrors = joined(vErrors, [{instancePath:instancePath+"/description",keyword:"type",params:NOTHING_SAID}]);
errors++;
}
}
if(data.default !== undefined){
let data2 = data.default;
if(Array.isArray(data2)){
const len0 = data2.length;
for(let i0=0; i0<len0; i0++){
let data3 = data2[i0];
if(((typeof data3 !== "boolean") && (!(typeof data3 == "number"))) && (typeof data3 !== "string")){
vErrors = joined(vErrors, [{instancePath:instancePath+"/default/" + i0,keyword:"type",params:NOTHING_SAID}]);
errors++;
}
}
}
else {
vErrors = joined(vErrors, [{instancePath:instancePath+"/default",keyword:"type",params:NOTHING_SAID}]);
errors++;
}
}
if(data.minLength !== undefined){
if(!(typeof data.minLength == "number")){
vErrors = joined(vErrors, [{instancePath:instancePath+"/minLength",keyword:"type",params:NOTHING_SAID}]);
errors++;
}
}
if(data.maxLength !== undefined){
if(!(typeof data.maxLength == "number")){
vErrors = joined(vErrors, [{instancePath:instancePath+"/maxLength",keyword:"type",params:NOTHING_SAID}]);
errors++;
}
}
if(data.userInterface !== undefined){
if(!(validate78(data.userInterface, {instancePath:instancePath+"/userInterface"}))){
vErrors = joined(vErrors, validate78.errors);
errors = vErrors.length;
}
}
}
else {
vErrors = joined(vErrors, [{instancePath,keyword:"type",params:NOTHING_SAID}]);
errors++;
}
validate77.errors = vErrors;
return errors === 0;
}


function validate82(data, {instancePath=""}={}){
let vErrors = null;
let errors = 0;
if(data && typeof data == "object" && !Array.isArray(data)){
for(const key0 in data){
if(!(((key0 === "minLength") || (key0 === "maxLength")) || (key0 === "item"))){
vErrors = joined(vErrors, [{instancePath,keyword:"additionalProperties",params:{additionalProperty: key0}}]);
errors++;
}
}
if(data.minLength !== undefined){
if(!(typeof data.minLength == "number")){
vErrors = joined(vErrors, [{instancePath:instancePath+"/minLength",keyword:"type",params:NOTHING_SAID}]);
errors++;
}
}
if(data.maxLength !== undefined){
if(!(typeof data.maxLength == "number")){
vErrors = joined(vErrors, [{instancePath:instancePath+"/maxLength",keyword:"type",params:NOTHING_SAID}]);
errors++;
}
}
if(data.item !== undefined){
if(!(validate66(data.item, {instancePath:instancePath+"/item"}))){
vErrors = joined(vErrors, validate66.errors);
errors = vErrors.length;
}
}
}
else {
vErrors = joined(vErrors, [{instancePath,keyword:"type",params:NOTHING_SAID}]);
errors++;
}
validate82.errors = vErrors;
return errors === 0;
}


function validate85(data, {instancePath=""}={}){
let vErrors = null;
let errors = 0;
if(data && typeof data == "object" && !Array.isArray(data)){
for(const key0 in data){
if(!(((key0 === "control") || (key0 === "label")) || (key0 === "groupLabel"))){
vErrors = joined(vErrors, [{instancePath,keyword:"additionalProperties",params:{additionalProperty: key0}}]);
errors++;
}
}
if(data.control !== undefined){
let data0 = data.control;
if(typeof data0 !== "string"){
vErrors = joined(vErrors, [{instancePath:instancePath+"/control",keyword:"type",params:NOTHING_SAID}]);
errors++;
}
if(!(data0 === "HIDDEN")){
vErrors = joined(vErrors, [{instancePath:instancePath+"/control",keyword:"enum",params:NOTHING_SAID}]);
errors++;
}
}
if(data.label !== undefined){
if(typeof data.label !== "string"){
vErrors = joined(vErrors, [{instancePath:instancePath+"/label",keyword:"type",params:NOTHING_SAID}]);
errors++;
}
}
if(data.groupLabel !== undefined){
if(typeof data.groupLabel !== "string"){
vErrors = joined(vErrors, [{instancePath:instancePath+"/groupLabel",keyword:"type",params:NOTHING_SAID}]);
errors++;
}
}
}
else {
vErrors = joined(vErrors, [{instancePath,keyword:"type",params:NOTHING_SAID}]);
errors++;
}
validate85.errors = vErrors;
return errors === 0;
}


function validate81(data, {instancePath=""}={}){
let vErrors = null;
let errors = 0;
if(data && typeof data == "object" && !Array.isArray(data)){
if(data.name === undefined){
vErrors = joined(vErrors, [{instancePath,keyword:"required",params:{missingProperty: "name"}}]);
errors++;
}
for(const key0 in data){
if(!((((((((key0 === "name") || (key0 === "type")) || (key0 === "description")) || (key0 === "default")) || (key0 === "minLength")) || (key0 === "maxLength")) || (key0 === "item")) || (key0 === "userInterface"))){
vErrors = joined(vErrors, [{instancePath,keyword:"additionalProperties",params:{additionalProperty: key0}}]);
errors++;
}
}
if(data.name !== undefined){
if(typeof data.name !== "string"){
vErrors = joined(vErrors, [{instancePath:instancePath+"/name",keyword:"type",params:NOTHING_SAID}]);
errors++;
}
}
if(data.description !== undefined){
if(typeof data.description !== "string"){
vErrors = joined(vErrors, [{instancePath:instancePath+"/description",keyword:"type",params:NOTHING_SAID}]);
errors++;
}
}
if(data.default !== undefined){
let data2 = data.default;
if(Array.isArray(data2)){
const len0 = data2.length;
for(let i0=0; i0<len0; i0++){
let data3 = data2[i0];
if(Array.isArray(data3)){
const len1 = data3.length;
for(let i1=0; i1<len1; i1++){
if(!(typeof data3[i1] == "number")){
vErrors = joined(vErrors, [{instancePath:instancePath+"/default/" + i0+"/" + i1,keyword:"type",params:NOTHING_SAID}]);
errors++;
}
}
}
else {
vErrors = joined(vErrors, [{instancePath:instancePath+"/default/" + i0,keyword:"type",params:NOTHING_SAID}]);
errors++;
}
}
}
else {
vErrors = joined(vErrors, [{instancePath:instancePath+"/default",keyword:"type",params:NOTHING_SAID}]);
errors++;
}
}
if(data.minLength !== undefined){
if(!(typeof data.minLength == "number")){
vErrors = joined(vErrors, [{instancePath:instancePath+"/minLength",keyword:"type",params:NOTHING_SAID}]);
errors++;
}
}
if(data.maxLength !== undefined){
if(!(typeof data.maxLength == "number")){
vErrors = joined(vErrors, [{instancePath:instancePath+"/maxLength",keyword:"type",params:NOTHING_SAID}]);
errors++;
}
}
if(data.item !== undefined){
if(!(validate82(data.item, {instancePath:instancePath+"/item"}))){
vErrors = joined(vErrors, validate82.errors);
errors = vErrors.length;
}
}
if(data.userInterface !== undefined){
if(!(validate85(data.userInterface, {instancePath:instancePath+"/userInterface"}))){
vErrors = joined(vErrors, validate85.errors);
errors = vErrors.length;
}
}
}
else {
vErrors = joined(vErrors, [{instancePath,keyword:"type",params:NOTHING_SAID}]);
errors++;
}
validate81.errors = vErrors;
return errors === 0;
}


function validate24(data, {instancePath=""}={}){
let vErrors = null;
let errors = 0;
const _errs2 = errors;
let valid1 = true;
const _errs3 = errors;
if(errors === _errs3){
if(data && typeof data == "object" && !Array.isArray(data)){
let missing0;
if((data.type === undefined) && (missing0 = "type")){
vErrors = joined(vErrors, [{}]);
errors++;
}
else {
if(data.type !== undefined){
let data0 = data.type;
const _errs5 = errors;
if(errors === _errs5){
if(typeof data0 === "string"){
if(!pattern0.test(data0)){
vErrors = joined(vErrors, [{}]);
errors++;
}
}
else {
vErrors = joined(vErrors, [{}]);
errors++;
}
}
}
}
}
else {
vErrors = joined(vErrors, [{}]);
errors++;
}
}
var _valid0 = _errs3 === errors;
errors = _errs2;
if(vErrors !== null){
if(_errs2){
vErrors.length = _errs2;
}
else {
vErrors = null;
}
}
if(_valid0){
const _errs7 = errors;
if(!(validate25(data, {instancePath}))){
vErrors = joined(vErrors, validate25.errors);
errors = vErrors.length;
}
var _valid0 = _errs7 === errors;
valid1 = _valid0;
}
if(!valid1){
vErrors = joined(vErrors, [{instancePath,keyword:"if",params:NOTHING_SAID}]);
errors++;
}
const _errs9 = errors;
let valid3 = true;
const _errs10 = errors;
if(errors === _errs10){
if(data && typeof data == "object" && !Array.isArray(data)){
let missing1;
if((data.type === undefined) && (missing1 = "type")){
vErrors = joined(vErrors, [{}]);
errors++;
}
else {
if(data.type !== undefined){
let data1 = data.type;
const _errs12 = errors;
if(errors === _errs12){
if(typeof data1 === "string"){
if(!pattern1.test(data1)){
vErrors = joined(vErrors, [{}]);
errors++;
}
}
else {
vErrors = joined(vErrors, [{}]);
errors++;
}
}
}
}
}
else {
vErrors = joined(vErrors, [{}]);
errors++;
}
}
var _valid1 = _errs10 === errors;
errors = _errs9;
if(vErrors !== null){
if(_errs9){
vErrors.length = _errs9;
}
else {
vErrors = null;
}
}
if(_valid1){
const _errs14 = errors;
if(!(validate29(data, {instancePath}))){
vErrors = joined(vErrors, validate29.errors);
errors = vErrors.length;
}
var _valid1 = _errs14 === errors;
valid3 = _valid1;
}
if(!valid3){
vErrors = joined(vErrors, [{instancePath,keyword:"if",params:NOTHING_SAID}]);
errors++;
}
const _errs16 = errors;
let valid5 = true;
const _errs17 = errors;
if(errors === _errs17){
if(data && typeof data == "object" && !Array.isArray(data)){
let missing2;
if((data.type === undefined) && (missing2 = "type")){
vErrors = joined(vErrors, [{}]);
errors++;
}
else {
if(data.type !== undefined){
let data2 = data.type;
const _errs19 = errors;
if(errors === _errs19){
if(typeof data2 === "string"){
if(!pattern2.test(data2)){
vErrors = joined(vErrors, [{}]);
errors++;
}
}
else {
vErrors = joined(vErrors, [{}]);
errors++;
}
}
}
}
}
else {
vErrors = joined(vErrors, [{}]);
errors++;
}
}
var _valid2 = _errs17 === errors;
errors = _errs16;
if(vErrors !== null){
if(_errs16){
vErrors.length = _errs16;
}
else {
vErrors = null;
}
}
if(_valid2){
const _errs21 = errors;
if(!(validate36(data, {instancePath}))){
vErrors = joined(vErrors, validate36.errors);
errors = vErrors.length;
}
var _valid2 = _errs21 === errors;
valid5 = _valid2;
}
if(!valid5){
vErrors = joined(vErrors, [{instancePath,keyword:"if",params:NOTHING_SAID}]);
errors++;
}
const _errs23 = errors;
let valid7 = true;
const _errs24 = errors;
if(errors === _errs24){
if(data && typeof data == "object" && !Array.isArray(data)){
let missing3;
if((data.type === undefined) && (missing3 = "type")){
vErrors = joined(vErrors, [{}]);
errors++;
}
else {
if(data.type !== undefined){
let data3 = data.type;
const _errs26 = errors;
if(errors === _errs26){
if(typeof data3 === "string"){
if(!pattern3.test(data3)){
vErrors = joined(vErrors, [{}]);
errors++;
}
}
else {
vErrors = joined(vErrors, [{}]);
errors++;
}
}
}
}
}
else {
vErrors = joined(vErrors, [{}]);
errors++;
}
}
var _valid3 = _errs24 === errors;
errors = _errs23;
if(vErrors !== null){
if(_errs23){
vErrors.length = _errs23;
}
else {
vErrors = null;
}
}
if(_valid3){
const _errs28 = errors;
if(!(validate40(data, {instancePath}))){
vErrors = joined(vErrors, validate40.errors);
errors = vErrors.length;
}
var _valid3 = _errs28 === errors;
valid7 = _valid3;
}
if(!valid7){
vErrors = joined(vErrors, [{instancePath,keyword:"if",params:NOTHING_SAID}]);
errors++;
}
const _errs30 = errors;
let valid9 = true;
const _errs31 = errors;
if(errors === _errs31){
if(data && typeof data == "object" && !Array.isArray(data)){
let missing4;
if((data.type === undefined) && (missing4 = "type")){
vErrors = joined(vErrors, [{}]);
errors++;
}
else {
if(data.type !== undefined){
let data4 = data.type;
const _errs33 = errors;
if(errors === _errs33){
if(typeof data4 === "string"){
if(!pattern4.test(data4)){
vErrors = joined(vErrors, [{}]);
errors++;
}
}
else {
vErrors = joined(vErrors, [{}]);
errors++;
}
}
}
}
}
else {
vErrors = joined(vErrors, [{}]);
errors++;
}
}
var _valid4 = _errs31 === errors;
errors = _errs30;
if(vErrors !== null){
if(_errs30){
vErrors.length = _errs30;
}
else {
vErrors = null;
}
}
if(_valid4){
const _errs35 = errors;
if(!(validate44(data, {instancePath}))){
vErrors = joined(vErrors, validate44.errors);
errors = vErrors.length;
}
var _valid4 = _errs35 === errors;
valid9 = _valid4;
}
if(!valid9){
vErrors = joined(vErrors, [{instancePath,keyword:"if",params:NOTHING_SAID}]);
errors++;
}
const _errs37 = errors;
let valid11 = true;
const _errs38 = errors;
if(errors === _errs38){
if(data && typeof data == "object" && !Array.isArray(data)){
let missing5;
if((data.type === undefined) && (missing5 = "type")){
vErrors = joined(vErrors, [{}]);
errors++;
}
else {
if(data.type !== undefined){
let data5 = data.type;
const _errs40 = errors;
if(errors === _errs40){
if(typeof data5 === "string"){
if(!pattern5.test(data5)){
vErrors = joined(vErrors, [{}]);
errors++;
}
}
else {
vErrors = joined(vErrors, [{}]);
errors++;
}
}
}
}
}
else {
vErrors = joined(vErrors, [{}]);
errors++;
}
}
var _valid5 = _errs38 === errors;
errors = _errs37;
if(vErrors !== null){
if(_errs37){
vErrors.length = _errs37;
}
else {
vErrors = null;
}
}
if(_valid5){
const _errs42 = errors;
if(!(validate48(data, {instancePath}))){
vErrors = joined(vErrors, validate48.errors);
errors = vErrors.length;
}
var _valid5 = _errs42 === errors;
valid11 = _valid5;
}
if(!valid11){
vErrors = joined(vErrors, [{instancePath,keyword:"if",params:NOTHING_SAID}]);
errors++;
}
const _errs44 = errors;
let valid13 = true;
const _errs45 = errors;
if(errors === _errs45){
if(data && typeof data == "object" && !Array.isArray(data)){
let missing6;
if((data.type === undefined) && (missing6 = "type")){
vErrors = joined(vErrors, [{}]);
errors++;
}
else {
if(data.type !== undefined){
let data6 = data.type;
const _errs47 = errors;
if(errors === _errs47){
if(typeof data6 === "string"){
if(!pattern6.test(data6)){
vErrors = joined(vErrors, [{}]);
errors++;
}
}
else {
vErrors = joined(vErrors, [{}]);
errors++;
}
}
}
}
}
else {
vErrors = joined(vErrors, [{}]);
errors++;
}
}
var _valid6 = _errs45 === errors;
errors = _errs44;
if(vErrors !== null){
if(_errs44){
vErrors.length = _errs44;
}
else {
vErrors = null;
}
}
if(_valid6){
const _errs49 = errors;
if(!(validate52(data, {instancePath}))){
vErrors = joined(vErrors, validate52.errors);
errors = vErrors.length;
}
var _valid6 = _errs49 === errors;
valid13 = _valid6;
}
if(!valid13){
vErrors = joined(vErrors, [{instancePath,keyword:"if",params:NOTHING_SAID}]);
errors++;
}
const _errs51 = errors;
let valid15 = true;
const _errs52 = errors;
if(errors === _errs52){
if(data && typeof data == "object" && !Array.isArray(data)){
let missing7;
if((data.type === undefined) && (missing7 = "type")){
vErrors = joined(vErrors, [{}]);
errors++;
}
else {
if(data.type !== undefined){
let data7 = data.type;
const _errs54 = errors;
if(errors === _errs54){
if(typeof data7 === "string"){
if(!pattern7.test(data7)){
vErrors = joined(vErrors, [{}]);
errors++;
}
}
else {
vErrors = joined(vErrors, [{}]);
errors++;
}
}
}
}
}
else {
vErrors = joined(vErrors, [{}]);
errors++;
}
}
var _valid7 = _errs52 === errors;
errors = _errs51;
if(vErrors !== null){
if(_errs51){
vErrors.length = _errs51;
}
else {
vErrors = null;
}
}
if(_valid7){
const _errs56 = errors;
if(!(validate58(data, {instancePath}))){
vErrors = joined(vErrors, validate58.errors);
errors = vErrors.length;
}
var _valid7 = _errs56 === errors;
valid15 = _valid7;
}
if(!valid15){
vErrors = joined(vErrors, [{instancePath,keyword:"if",params:NOTHING_SAID}]);
errors++;
}
const _errs58 = errors;
let valid17 = true;
const _errs59 = errors;
if(errors === _errs59){
if(data && typeof data == "object" && !Array.isArray(data)){
let missing8;
if((data.type === undefined) && (missing8 = "type")){
vErrors = joined(vErrors, [{}]);
errors++;
}
else {
if(data.type !== undefined){
let data8 = data.type;
const _errs61 = errors;
if(errors === _errs61){
if(typeof data8 === "string"){
if(!pattern8.test(data8)){
vErrors = joined(vErrors, [{}]);
errors++;
}
}
else {
vErrors = joined(vErrors, [{}]);
errors++;
}
}
}
}
}
else {
vErrors = joined(vErrors, [{}]);
errors++;
}
}
var _valid8 = _errs59 === errors;
errors = _errs58;
if(vErrors !== null){
if(_errs58){
vErrors.length = _errs58;
}
else {
vErrors = null;
}
}
if(_valid8){
const _errs63 = errors;
if(!(validate65(data, {instancePath}))){
vErrors = joined(vErrors, validate65.errors);
errors = vErrors.length;
}
var _valid8 = _errs63 === errors;
valid17 = _valid8;
}
if(!valid17){
vErrors = joined(vErrors, [{instancePath,keyword:"if",params:NOTHING_SAID}]);
errors++;
}
const _errs65 = errors;
let valid19 = true;
const _errs66 = errors;
if(errors === _errs66){
if(data && typeof data == "object" && !Array.isArray(data)){
let missing9;
if((data.type === undefined) && (missing9 = "type")){
vErrors = joined(vErrors, [{}]);
errors++;
}
else {
if(data.type !== undefined){
let data9 = data.type;
const _errs68 = errors;
if(errors === _errs68){
if(typeof data9 === "string"){
if(!pattern9.test(data9)){
vErrors = joined(vErrors, [{}]);
errors++;
}
}
else {
vErrors = joined(vErrors, [{}]);
errors++;
}
}
}
}
}
else {
vErrors = joined(vErrors, [{}]);
errors++;
}
}
var _valid9 = _errs66 === errors;
errors = _errs65;
if(vErrors !== null){
if(_errs65){
vErrors.length = _errs65;
}
else {
vErrors = null;
}
}
if(_valid9){
const _errs70 = errors;
if(!(validate71(data, {instancePath}))){
vErrors = joined(vErrors, validate71.errors);
errors = vErrors.length;
}
var _valid9 = _errs70 === errors;
valid19 = _valid9;
}
if(!valid19){
vErrors = joined(vErrors, [{instancePath,keyword:"if",params:NOTHING_SAID}]);
errors++;
}
const _errs72 = errors;
let valid21 = true;
const _errs73 = errors;
if(errors === _errs73){
if(data && typeof data == "object" && !Array.isArray(data)){
let missing10;
if((data.type === undefined) && (missing10 = "type")){
vErrors = joined(vErrors, [{}]);
errors++;
}
else {
if(data.type !== undefined){
let data10 = data.type;
const _errs75 = errors;
if(errors === _errs75){
if(typeof data10 === "string"){
if(!pattern10.test(data10)){
vErrors = joined(vErrors, [{}]);
errors++;
}
}
else {
vErrors = joined(vErrors, [{}]);
errors++;
}
}
}
}
}
else {
vErrors = joined(vErrors, [{}]);
errors++;
}
}
var _valid10 = _errs73 === errors;
errors = _errs72;
if(vErrors !== null){
if(_errs72){
vErrors.length = _errs72;
}
else {
vErrors = null;
}
}
if(_valid10){
const _errs77 = errors;
if(!(validate77(data, {instancePath}))){
vErrors = joined(vErrors, validate77.errors);
errors = vErrors.length;
}
var _valid10 = _errs77 === errors;
valid21 = _valid10;
}
if(!valid21){
vErrors = joined(vErrors, [{instancePath,keyword:"if",params:NOTHING_SAID}]);
errors++;
}
const _errs79 = errors;
let valid23 = true;
const _errs80 = errors;
if(errors === _errs80){
if(data && typeof data == "object" && !Array.isArray(data)){
let missing11;
if((data.type === undefined) && (missing11 = "type")){
vErrors = joined(vErrors, [{}]);
errors++;
}
else {
if(data.type !== undefined){
let data11 = data.type;
const _errs82 = errors;
if(errors === _errs82){
if(typeof data11 === "string"){
if(!pattern11.test(data11)){
vErrors = joined(vErrors, [{}]);
errors++;
}
}
else {
vErrors = joined(vErrors, [{}]);
errors++;
}
}
}
}
}
else {
vErrors = joined(vErrors, [{}]);
errors++;
}
}
var _valid11 = _errs80 === errors;
errors = _errs79;
if(vErrors !== null){
if(_errs79){
vErrors.length = _errs79;
}
else {
vErrors = null;
}
}
if(_valid11){
const _errs84 = errors;
if(!(validate81(data, {instancePath}))){
vErrors = joined(vErrors, validate81.errors);
errors = vErrors.length;
}
var _valid11 = _errs84 === errors;
valid23 = _valid11;
}
if(!valid23){
vErrors = joined(vErrors, [{instancePath,keyword:"if",params:NOTHING_SAID}]);
errors++;
}
if(data && typeof data == "object" && !Array.isArray(data)){
if(data.type === undefined){
vErrors = joined(vErrors, [{instancePath,keyword:"required",params:{missingProperty: "type"}}]);
errors++;
}
if(data.type !== undefined){
let data12 = data.type;
if(typeof data12 === "string"){
if(!pattern12.test(data12)){
vErrors = joined(vErrors, [{instancePath:instancePath+"/type",keyword:"pattern",params:NOTHING_SAID}]);
errors++;
}
}
else {
vErrors = joined(vErrors, [{instancePath:instancePath+"/type",keyword:"type",params:NOTHING_SAID}]);
errors++;
}
}
}
else {
vErrors = joined(vErrors, [{instancePath,keyword:"type",params:NOTHING_SAID}]);
errors++;
}
validate24.errors = vErrors;
return errors === 0;
}


function validate93(data, {instancePath=""}={}){
let vErrors = null;
let errors = 0;
if(data && typeof data == "object" && !Array.isArray(data)){
if(data.mode === undefined){
vErrors = joined(vErrors, [{instancePath,keyword:"required",params:{missingProperty: "mode"}}]);
errors++;
}
for(const key0 in data){
if(!((key0 === "mode") || (key0 === "notifyPeriodInSeconds"))){
vErrors = joined(vErrors, [{instancePath,keyword:"additionalProperties",params:{additionalProperty: key0}}]);
errors++;
}
}
if(data.mode !== undefined){
if(typeof data.mode !== "string"){
vErrors = joined(vErrors, [{instancePath:instancePath+"/mode",keyword:"type",params:NOTHING_SAID}]);
errors++;
}
}
if(data.notifyPeriodInSeconds !== undefined){
let data1 = data.notifyPeriodInSeconds;
if((!(typeof data1 == "number")) && (typeof data1 !== "string")){
vErrors = joined(vErrors, [{instancePath:instancePath+"/notifyPeriodInSeconds",keyword:"type",params:NOTHING_SAID}]);
errors++;
}
}
}
else {
vErrors = joined(vErrors, [{instancePath,keyword:"type",params:NOTHING_SAID}]);
errors++;
}
validate93.errors = vErrors;
return errors === 0;
}


function validate92(data, {instancePath=""}={}){
let vErrors = null;
let errors = 0;
if(data && typeof data == "object" && !Array.isArray(data)){
if(data.command === undefined){
vErrors = joined(vErrors, [{instancePath,keyword:"required",params:{missingProperty: "command"}}]);
errors++;
}
for(const key0 in data){
if(!((((key0 === "command") || (key0 === "args")) || (key0 === "timeout")) || (key0 === "cancelation"))){
vErrors = joined(vErrors, [{instancePath,keyword:"additionalProperties",params:{additionalProperty: key0}}]);
errors++;
}
}
if(data.command !== undefined){
if(typeof data.command !== "string"){
vErrors = joined(vErrors, [{instancePath:instancePath+"/command",keyword:"type",params:NOTHING_SAID}]);
errors++;
}
}
if(data.args !== undefined){
let data1 = data.args;
if(Array.isArray(data1)){
const len0 = data1.length;
for(let i0=0; i0<len0; i0++){
if(typeof data1[i0] !== "string"){
vErrors = joined(vErrors, [{instancePath:instancePath+"/args/" + i0,keyword:"type",params:NOTHING_SAID}]);
errors++;
}
}
}
else {
vErrors = joined(vErrors, [{instancePath:instancePath+"/args",keyword:"type",params:NOTHING_SAID}]);
errors++;
}
}
if(data.timeout !== undefined){
let data3 = data.timeout;
if((!(typeof data3 == "number")) && (typeof data3 !== "string")){
vErrors = joined(vErrors, [{instancePath:instancePath+"/timeout",keyword:"type",params:NOTHING_SAID}]);
errors++;
}
}
if(data.cancelation !== undefined){
if(!(validate93(data.cancelation, {instancePath:instancePath+"/cancelation"}))){
vErrors = joined(vErrors, validate93.errors);
errors = vErrors.length;
}
}
}
else {
vErrors = joined(vErrors, [{instancePath,keyword:"type",params:NOTHING_SAID}]);
errors++;
}
validate92.errors = vErrors;
return errors === 0;
}


function validate98(data, {instancePath=""}={}){
let vErrors = null;
let errors = 0;
if(data && typeof data == "object" && !Array.isArray(data)){
if(data.mode === undefined){
vErrors = joined(vErrors, [{instancePath,keyword:"required",params:{missingProperty: "mode"}}]);
errors++;
}
for(const key0 in data){
if(!((key0 === "mode") || (key0 === "notifyPeriodInSeconds"))){
vErrors = joined(vErrors, [{instancePath,keyword:"additionalProperties",params:{additionalProperty: key0}}]);
errors++;
}
}
if(data.mode !== undefined){
if(typeof data.mode !== "string"){
vErrors = joined(vErrors, [{instancePath:instancePath+"/mode",keyword:"type",params:NOTHING_SAID}]);
errors++;
}
}
if(data.notifyPeriodInSeconds !== undefined){
let data1 = data.notifyPeriodInSeconds;
if((!(typeof data1 == "number")) && (typeof data1 !== "string")){
vErrors = joined(vErrors, [{instancePath:instancePath+"/notifyPeriodInSeconds",keyword:"type",params:NOTHING_SAID}]);
errors++;
}
}
}
else {
vErrors = joined(vErrors, [{instancePath,keyword:"type",params:NOTHING_SAID}]);
errors++;
}
validate98.errors = vErrors;
return errors === 0;
}


function validate97(data, {instancePath=""}={}){
let vErrors = null;
let errors = 0;
if(data && typeof data == "object" && !Array.isArray(data)){
if(data.command === undefined){
vErrors = joined(vErrors, [{instancePath,keyword:"required",params:{missingProperty: "command"}}]);
errors++;
}
for(const key0 in data){
if(!((((key0 === "command") || (key0 === "args")) || (key0 === "timeout")) || (key0 === "cancelation"))){
vErrors = joined(vErrors, [{instancePath,keyword:"additionalProperties",params:{additionalProperty: key0}}]);
errors++;
}
}
if(data.command !== undefined){
if(typeof data.command !== "string"){
vErrors = joined(vErrors, [{instancePath:instancePath+"/command",keyword:"type",params:NOTHING_SAID}]);
errors++;
}
}
if(data.args !== undefined){
let data1 = data.args;
if(Array.isArray(data1)){
const len0 = data1.length;
for(let i0=0; i0<len0; i0++){
if(typeof data1[i0] !== "string"){
vErrors = joined(vErrors, [{instancePath:instancePath+"/args/" + i0,keyword:"type",params:NOTHING_SAID}]);
errors++;
}
}
}
else {
vErrors = joined(vErrors, [{instancePath:instancePath+"/args",keyword:"type",params:NOTHING_SAID}]);
errors++;
}
}
if(data.timeout !== undefined){
let data3 = data.timeout;
if((!(typeof data3 == "number")) && (typeof data3 !== "string")){
vErrors = joined(vErrors, [{instancePath:instancePath+"/timeout",keyword:"type",params:NOTHING_SAID}]);
errors++;
}
}
if(data.cancelation !== undefined){
if(!(validate98(data.cancelation, {instancePath:instancePath+"/cancelation"}))){
vErrors = joined(vErrors, validate98.errors);
errors = vErrors.length;
}
}
}
else {
vErrors = joined(vErrors, [{instancePath,keyword:"type",params:NOTHING_SAID}]);
errors++;
}
validate97.errors = vErrors;
return errors === 0;
}


function validate101(data, {instancePath=""}={}){
let vErrors = null;
let errors = 0;
if(data && typeof data == "object" && !Array.isArray(data)){
if(data.command === undefined){
vErrors = joined(vErrors, [{instancePath,keyword:"required",params:{missingProperty: "command"}}]);
errors++;
}
for(const key0 in data){
if(!((((key0 === "command") || (key0 === "args")) || (key0 === "timeout")) || (key0 === "cancelation"))){
vErrors = joined(vErrors, [{instancePath,keyword:"additionalProperties",params:{additionalProperty: key0}}]);
errors++;
}
}
if(data.command !== undefined){
if(typeof data.command !== "string"){
vErrors = joined(vErrors, [{instancePath:instancePath+"/command",keyword:"type",params:NOTHING_SAID}]);
errors++;
}
}
if(data.args !== undefined){
let data1 = data.args;
if(Array.isArray(data1)){
const len0 = data1.length;
for(let i0=0; i0<len0; i0++){
if(typeof data1[i0] !== "string"){
vErrors = joined(vErrors, [{instancePath:instancePath+"/args/" + i0,keyword:"type",params:NOTHING_SAID}]);
errors++;
}
}
}
else {
vErrors = joined(vErrors, [{instancePath:instancePath+"/args",keyword:"type",params:NOTHING_SAID}]);
errors++;
}
}
if(data.timeout !== undefined){
let data3 = data.timeout;
if((!(typeof data3 == "number")) && (typeof data3 !== "string")){
vErrors = joined(vErrors, [{instancePath:instancePath+"/timeout",keyword:"type",params:NOTHING_SAID}]);
errors++;
}
}
if(data.cancelation !== undefined){
if(!(validate98(data.cancelation, {instancePath:instancePath+"/cancelation"}))){
vErrors = joined(vErrors, validate98.errors);
errors = vErrors.length;
}
}
}
else {
vErrors = joined(vErrors, [{instancePath,keyword:"type",params:NOTHING_SAID}]);
errors++;
}
validate101.errors = vErrors;
return errors === 0;
}


function validate91(data, {instancePath=""}={}){
let vErrors = null;
let errors = 0;
if(data && typeof data == "object" && !Array.isArray(data)){
for(const key0 in data){
if(!(((((key0 === "onEnter") || (key0 === "onExit")) || (key0 === "onWrapEnvEnter")) || (key0 === "onWrapTaskRun")) || (key0 === "onWrapEnvExit"))){
vErrors = joined(vErrors, [{instancePath,keyword:"additionalProperties",params:{additionalProperty: key0}}]);
errors++;
}
}
if(data.onEnter !== undefined){
if(!(validate92(data.onEnter, {instancePath:instancePath+"/onEnter"}))){
vErrors = joined(vErrors, validate92.errors);
errors = vErrors.length;
}
}
if(data.onExit !== undefined){
if(!(validate92(data.onExit, {instancePath:instancePath+"/onExit"}))){
vErrors = joined(vErrors, validate92.errors);
errors = vErrors.length;
}
}
if(data.onWrapEnvEnter !== undefined){
if(!(validate97(data.onWrapEnvEnter, {instancePath:instancePath+"/onWrapEnvEnter"}))){
vErrors = joined(vErrors, validate97.errors);
errors = vErrors.length;
}
}
if(data.onWrapTaskRun !== undefined){
if(!(validate101(data.onWrapTaskRun, {instancePath:instancePath+"/onWrapTaskRun"}))){
vErrors = joined(vErrors, validate101.errors);
errors = vErrors.length;
}
}
if(data.onWrapEnvExit !== undefined){
if(!(validate97(data.onWrapEnvExit, {instancePath:instancePath+"/onWrapEnvExit"}))){
vErrors = joined(vErrors, validate97.errors);
errors = vErrors.length;
}
}
}
else {
vErrors = joined(vErrors, [{instancePath,keyword:"type",params:NOTHING_SAID}]);
errors++;
}
validate91.errors = vErrors;
return errors === 0;
}


function validate106(data, {instancePath=""}={}){
let vErrors = null;
let errors = 0;
if(data && typeof data == "object" && !Array.isArray(data)){
if(data.name === undefined){
vErrors = joined(vErrors, [{instancePath,keyword:"required",params:{missingProperty: "name"}}]);
errors++;
}
if(data.type === undefined){
vErrors = joined(vErrors, [{instancePath,keyword:"required",params:{missingProperty: "type"}}]);
errors++;
}
if(data.data === undefined){
vErrors = joined(vErrors, [{instancePath,keyword:"required",params:{missingProperty: "data"}}]);
errors++;
}
for(const key0 in data){
if(!((((((key0 === "name") || (key0 === "type")) || (key0 === "filename")) || (key0 === "runnable")) || (key0 === "data")) || (key0 === "endOfLine"))){
vErrors = joined(vErrors, [{instancePath,keyword:"additionalProperties",params:{additionalProperty: key0}}]);
errors++;
}
}
if(data.name !== undefined){
if(typeof data.name !== "string"){
vErrors = joined(vErrors, [{instancePath:instancePath+"/name",keyword:"type",params:NOTHING_SAID}]);
errors++;
}
}
if(data.type !== undefined){
let data1 = data.type;
if(typeof data1 !== "string"){
vErrors = joined(vErrors, [{instancePath:instancePath+"/type",keyword:"type",params:NOTHING_SAID}]);
errors++;
}
if(!(data1 === "TEXT")){
vErrors = joined(vErrors, [{instancePath:instancePath+"/type",keyword:"enum",params:NOTHING_SAID}]);
errors++;
}
}
if(data.filename !== undefined){
if(typeof data.filename !== "string"){
vErrors = joined(vErrors, [{instancePath:instancePath+"/filename",keyword:"type",params:NOTHING_SAID}]);
errors++;
}
}
if(data.runnable !== undefined){
if(typeof data.runnable !== "boolean"){
vErrors = joined(vErrors, [{instancePath:instancePath+"/runnable",keyword:"type",params:NOTHING_SAID}]);
errors++;
}
}
if(data.data !== undefined){
if(typeof data.data !== "string"){
vErrors = joined(vErrors, [{instancePath:instancePath+"/data",keyword:"type",params:NOTHING_SAID}]);
errors++;
}
}
if(data.endOfLine !== undefined){
let data5 = data.endOfLine;
if(typeof data5 !== "string"){
vErrors = joined(vErrors, [{instancePath:instancePath+"/endOfLine",keyword:"type",params:NOTHING_SAID}]);
errors++;
}
if(!(((data5 === "AUTO") || (data5 === "LF")) || (data5 === "CRLF"))){
vErrors = joined(vErrors, [{instancePath:instancePath+"/endOfLine",keyword:"enum",params:NOTHING_SAID}]);
errors++;
}
}
}
else {
vErrors = joined(vErrors, [{instancePath,keyword:"type",params:NOTHING_SAID}]);
errors++;
}
validate106.errors = vErrors;
return errors === 0;
}


function validate90(data, {instancePath=""}={}){
let vErrors = null;
let errors = 0;
if(data && typeof data == "object" && !Array.isArray(data)){
if(data.actions === undefined){
vErrors = joined(vErrors, [{instancePath,keyword:"required",params:{missingProperty: "actions"}}]);
errors++;
}
for(const key0 in data){
if(!(((key0 === "let") || (key0 === "actions")) || (key0 === "embeddedFiles"))){
vErrors = joined(vErrors, [{instancePath,keyword:"additionalProperties",params:{additionalProperty: key0}}]);
errors++;
}
}
if(data.let !== undefined){
let data0 = data.let;
if(Array.isArray(data0)){
const len0 = data0.length;
for(let i0=0; i0<len0; i0++){
if(typeof data0[i0] !== "string"){
vErrors = joined(vErrors, [{instancePath:instancePath+"/let/" + i0,keyword:"type",params:NOTHING_SAID}]);
errors++;
}
}
}
else {
vErrors = joined(vErrors, [{instancePath:instancePath+"/let",keyword:"type",params:NOTHING_SAID}]);
errors++;
}
}
if(data.actions !== undefined){
if(!(validate91(data.actions, {instancePath:instancePath+"/actions"}))){
vErrors = joined(vErrors, validate91.errors);
errors = vErrors.length;
}
}
if(data.embeddedFiles !== undefined){
let data3 = data.embeddedFiles;
if(Array.isArray(data3)){
const len1 = data3.length;
for(let i1=0; i1<len1; i1++){
if(!(validate106(data3[i1], {instancePath:instancePath+"/embeddedFiles/" + i1}))){
vErrors = joined(vErrors, validate106.errors);
errors = vErrors.length;
}
}
}
else {
vErrors = joined(vErrors, [{instancePath:instancePath+"/embeddedFiles",keyword:"type",params:NOTHING_SAID}]);
errors++;
}
}
}
else {
vErrors = joined(vErrors, [{instancePath,keyword:"type",params:NOTHING_SAID}]);
errors++;
}
validate90.errors = vErrors;
return errors === 0;
}


function validate89(data, {instancePath=""}={}){
let vErrors = null;
let errors = 0;
if(data && typeof data == "object" && !Array.isArray(data)){
if(data.name === undefined){
vErrors = joined(vErrors, [{instancePath,keyword:"required",params:{missingProperty: "name"}}]);
errors++;
}
for(const key0 in data){
if(!((((key0 === "name") || (key0 === "description")) || (key0 === "script")) || (key0 === "variables"))){
vErrors = joined(vErrors, [{instancePath,keyword:"additionalProperties",params:{additionalProperty: key0}}]);
errors++;
}
}
if(data.name !== undefined){
if(typeof data.name !== "string"){
vErrors = joined(vErrors, [{instancePath:instancePath+"/name",keyword:"type",params:NOTHING_SAID}]);
errors++;
}
}
if(data.description !== undefined){
if(typeof data.description !== "string"){
vErrors = joined(vErrors, [{instancePath:instancePath+"/description",keyword:"type",params:NOTHING_SAID}]);
errors++;
}
}
if(data.script !== undefined){
if(!(validate90(data.script, {instancePath:instancePath+"/script"}))){
vErrors = joined(vErrors, validate90.errors);
errors = vErrors.length;
}
}
if(data.variables !== undefined){
let data3 = data.variables;
if(data3 && typeof data3 == "object" && !Array.isArray(data3)){
for(const key1 in data3){
if(typeof data3[key1] !== "string"){
vErrors = joined(vErrors, [{instancePath:instancePath+"/variables/" + key1.replace(/~/g, "~0").replace(/\//g, "~1"),keyword:"type",params:NOTHING_SAID}]);
errors++;
}
}
}
else {
vErrors = joined(vErrors, [{instancePath:instancePath+"/variables",keyword:"type",params:NOTHING_SAID}]);
errors++;
}
}
}
else {
vErrors = joined(vErrors, [{instancePath,keyword:"type",params:NOTHING_SAID}]);
errors++;
}
validate89.errors = vErrors;
return errors === 0;
}

const schema48 = {"type":"object","properties":{"name":{"type":"string"},"description":{"type":"string"},"let":{"type":"array","items":{"type":"string"}},"dependencies":{"type":"array","items":{"$ref":"#/definitions/StepDependency"}},"stepEnvironments":{"type":"array","items":{"$ref":"#/definitions/Environment"}},"hostRequirements":{"$ref":"#/definitions/HostRequirements"},"parameterSpace":{"$ref":"#/definitions/StepParameterSpace"},"script":{"$ref":"#/definitions/StepScript"},"bash":{"$ref":"#/definitions/SimpleAction"},"cmd":{"$ref":"#/definitions/SimpleAction"},"node":{"$ref":"#/definitions/SimpleAction"},"powershell":{"$ref":"#/definitions/SimpleAction"},"python":{"$ref":"#/definitions/SimpleAction"}},"required":["name"],"additionalProperties":false};

function validate111(data, {instancePath=""}={}){
let vErrors = null;
let errors = 0;
if(data && typeof data == "object" && !Array.isArray(data)){
if(data.dependsOn === undefined){
vErrors = joined(vErrors, [{instancePath,keyword:"required",params:{missingProperty: "dependsOn"}}]);
errors++;
}
for(const key0 in data){
if(!(key0 === "dependsOn")){
vErrors = joined(vErrors, [{instancePath,keyword:"additionalProperties",params:{additionalProperty: key0}}]);
errors++;
}
}
if(data.dependsOn !== undefined){
if(typeof data.dependsOn !== "string"){
vErrors = joined(vErrors, [{instancePath:instancePath+"/dependsOn",keyword:"type",params:NOTHING_SAID}]);
errors++;
}
}
}
else {
vErrors = joined(vErrors, [{instancePath,keyword:"type",params:NOTHING_SAID}]);
errors++;
}
validate111.errors = vErrors;
return errors === 0;
}


function validate115(data, {instancePath=""}={}){
let vErrors = null;
let errors = 0;
if(data && typeof data == "object" && !Array.isArray(data)){
if(data.name === undefined){
vErrors = joined(vErrors, [{instancePath,keyword:"required",params:{missingProperty: "name"}}]);
errors++;
}
for(const key0 in data){
if(!(((key0 === "name") || (key0 === "min")) || (key0 === "max"))){
vErrors = joined(vErrors, [{instancePath,keyword:"additionalProperties",params:{additionalProperty: key0}}]);
errors++;
}
}
if(data.name !== undefined){
if(typeof data.name !== "string"){
vErrors = joined(vErrors, [{instancePath:instancePath+"/name",keyword:"type",params:NOTHING_SAID}]);
errors++;
}
}
if(data.min !== undefined){
let data1 = data.min;
if((!(typeof data1 == "number")) && (typeof data1 !== "string")){
vErrors = joined(vErrors, [{instancePath:instancePath+"/min",keyword:"type",params:NOTHING_SAID}]);
errors++;
}
}
if(data.max !== undefined){
let data2 = data.max;
if((!(typeof data2 == "number")) && (typeof data2 !== "string")){
vErrors = joined(vErrors, [{instancePath:instancePath+"/max",keyword:"type",params:NOTHING_SAID}]);
errors++;
}
}
}
else {
vErrors = joined(vErrors, [{instancePath,keyword:"type",params:NOTHING_SAID}]);
errors++;
}
validate115.errors = vErrors;
return errors === 0;
}


function validate117(data, {instancePath=""}={}){
let vErrors = null;
let errors = 0;
if(data && typeof data == "object" && !Array.isArray(data)){
if(data.name === undefined){
vErrors = joined(vErrors, [{instancePath,keyword:"required",params:{missingProperty: "name"}}]);
errors++;
}
for(const key0 in data){
if(!(((key0 === "name") || (key0 === "anyOf")) || (key0 === "allOf"))){
vErrors = joined(vErrors, [{instancePath,keyword:"additionalProperties",params:{additionalProperty: key0}}]);
errors++;
}
}
if(data.name !== undefined){
if(typeof data.name !== "string"){
vErrors = joined(vErrors, [{instancePath:instancePath+"/name",keyword:"type",params:NOTHING_SAID}]);
errors++;
}
}
if(data.anyOf !== undefined){
let data1 = data.anyOf;
if(Array.isArray(data1)){
const len0 = data1.length;
for(let i0=0; i0<len0; i0++){
if(typeof data1[i0] !== "string"){
vErrors = joined(vErrors, [{instancePath:instancePath+"/anyOf/" + i0,keyword:"type",params:NOTHING_SAID}]);
errors++;
}
}
}
else {
vErrors = joined(vErrors, [{instancePath:instancePath+"/anyOf",keyword:"type",params:NOTHING_SAID}]);
errors++;
}
}
if(data.allOf !== undefined){
let data3 = data.allOf;
if(Array.isArray(data3)){
const len1 = data3.length;
for(let i1=0; i1<len1; i1++){
if(typeof data3[i1] !== "string"){
vErrors = joined(vErrors, [{instancePath:instancePath+"/allOf/" + i1,keyword:"type",params:NOTHING_SAID}]);
errors++;
}
}
}
else {
vErrors = joined(vErrors, [{instancePath:instancePath+"/allOf",keyword:"type",params:NOTHING_SAID}]);
errors++;
}
}
}
else {
vErrors = joined(vErrors, [{instancePath,keyword:"type",params:NOTHING_SAID}]);
errors++;
}
validate117.errors = vErrors;
return errors === 0;
}


function validate114(data, {instancePath=""}={}){
let vErrors = null;
let errors = 0;
if(data && typeof data == "object" && !Array.isArray(data)){
for(const key0 in data){
if(!((key0 === "amounts") || (key0 === "attributes"))){
vErrors = joined(vErrors, [{instancePath,keyword:"additionalProperties",params:{additionalProperty: key0}}]);
errors++;
}
}
if(data.amounts !== undefined){
let data0 = data.amounts;
if(Array.isArray(data0)){
const len0 = data0.length;
for(let i0=0; i0<len0; i0++){
if(!(validate115(data0[i0], {instancePath:instancePath+"/amounts/" + i0}))){
vErrors = joined(vErrors, validate115.errors);
errors = vErrors.length;
}
}
}
else {
vErrors = joined(vErrors, [{instancePath:instancePath+"/amounts",keyword:"type",params:NOTHING_SAID}]);
errors++;
}
}
if(data.attributes !== undefined){
let data2 = data.attributes;
if(Array.isArray(data2)){
const len1 = data2.length;
for(let i1=0; i1<len1; i1++){
if(!(validate117(data2[i1], {instancePath:instancePath+"/attributes/" + i1}))){
vErrors = joined(vErrors, validate117.errors);
errors = vErrors.length;
}
}
}
else {
vErrors = joined(vErrors, [{instancePath:instancePath+"/attributes",keyword:"type",params:NOTHING_SAID}]);
errors++;
}
}
}
else {
vErrors = joined(vErrors, [{instancePath,keyword:"type",params:NOTHING_SAID}]);
errors++;
}
validate114.errors = vErrors;
return errors === 0;
}

const pattern17 = new RegExp("^[Cc][Hh][Uu][Nn][Kk]\\[[Ii][Nn][Tt]\\]$", "u");
const pattern18 = new RegExp("^(?:[Ii][Nn][Tt]|[Ff][Ll][Oo][Aa][Tt]|[Ss][Tt][Rr][Ii][Nn][Gg]|[Pp][Aa][Tt][Hh]|[Cc][Hh][Uu][Nn][Kk]\\[[Ii][Nn][Tt]\\])$", "u");

function validate122(data, {instancePath=""}={}){
let vErrors = null;
let errors = 0;
if(data && typeof data == "object" && !Array.isArray(data)){
if(data.name === undefined){
vErrors = joined(vErrors, [{instancePath,keyword:"required",params:{missingProperty: "name"}}]);
errors++;
}
if(data.range === undefined){
vErrors = joined(vErrors, [{instancePath,keyword:"required",params:{missingProperty: "range"}}]);
errors++;
}
for(const key0 in data){
if(!(((key0 === "name") || (key0 === "type")) || (key0 === "range"))){
vErrors = joined(vErrors, [{instancePath,keyword:"additionalProperties",params:{additionalProperty: key0}}]);
errors++;
}
}
if(data.name !== undefined){
if(typeof data.name !== "string"){
vErrors = joined(vErrors, [{instancePath:instancePath+"/name",keyword:"type",params:NOTHING_SAID}]);
errors++;
}
}
if(data.range !== undefined){
let data1 = data.range;
if((typeof data1 !== "string") && (!(Array.isArray(data1)))){
vErrors = joined(vErrors, [{instancePath:instancePath+"/range",keyword:"type",params:NOTHING_SAID}]);
errors++;
}
if(Array.isArray(data1)){
const len0 = data1.length;
for(let i0=0; i0<len0; i0++){
let data2 = data1[i0];
if((!(typeof data2 == "number")) && (typeof data2 !== "string")){
vErrors = joined(vErrors, [{instancePath:instancePath+"/range/" + i0,keyword:"type",params:NOTHING_SAID}]);
errors++;
}
}
}
}
}
else {
vErrors = joined(vErrors, [{instancePath,keyword:"type",params:NOTHING_SAID}]);
errors++;
}
validate122.errors = vErrors;
return errors === 0;
}


function validate124(data, {instancePath=""}={}){
let vErrors = null;
let errors = 0;
if(data && typeof data == "object" && !Array.isArray(data)){
if(data.name === undefined){
vErrors = joined(vErrors, [{instancePath,keyword:"required",params:{missingProperty: "name"}}]);
errors++;
}
if(data.range === undefined){
vErrors = joined(vErrors, [{instancePath,keyword:"required",params:{missingProperty: "range"}}]);
errors++;
}
for(const key0 in data){
if(!(((key0 === "name") || (key0 === "type")) || (key0 === "range"))){
vErrors = joined(vErrors, [{instancePath,keyword:"additionalProperties",params:{additionalProperty: key0}}]);
errors++;
}
}
if(data.name !== undefined){
if(typeof data.name !== "string"){
vErrors = joined(vErrors, [{instancePath:instancePath+"/name",keyword:"type",params:NOTHING_SAID}]);
errors++;
}
}
if(data.range !== undefined){
let data1 = data.range;
if((typeof data1 !== "string") && (!(Array.isArray(data1)))){
vErrors = joined(vErrors, [{instancePath:instancePath+"/range",keyword:"type",params:NOTHING_SAID}]);
errors++;
}
if(Array.isArray(data1)){
const len0 = data1.length;
for(let i0=0; i0<len0; i0++){
let data2 = data1[i0];
if((!(typeof data2 == "number")) && (typeof data2 !== "string")){
vErrors = joined(vErrors, [{instancePath:instancePath+"/range/" + i0,keyword:"type",params:NOTHING_SAID}]);
errors++;
}
}
}
}
}
else {
vErrors = joined(vErrors, [{instancePath,keyword:"type",params:NOTHING_SAID}]);
errors++;
}
validate124.errors = vErrors;
return errors === 0;
}


function validate126(data, {instancePath=""}={}){
let vErrors = null;
let errors = 0;
if(data && typeof data == "object" && !Array.isArray(data)){
if(data.name === undefined){
vErrors = joined(vErrors, [{instancePath,keyword:"required",params:{missingProperty: "name"}}]);
errors++;
}
if(data.range === undefined){
vErrors = joined(vErrors, [{instancePath,keyword:"required",params:{missingProperty: "range"}}]);
errors++;
}
for(const key0 in data){
if(!(((key0 === "name") || (key0 === "type")) || (key0 === "range"))){
vErrors = joined(vErrors, [{instancePath,keyword:"additionalProperties",params:{additionalProperty: key0}}]);
errors++;
}
}
if(data.name !== undefined){
if(typeof data.name !== "string"){
vErrors = joined(vErrors, [{instancePath:instancePath+"/name",keyword:"type",params:NOTHING_SAID}]);
errors++;
}
}
if(data.range !== undefined){
let data1 = data.range;
if((typeof data1 !== "string") && (!(Array.isArray(data1)))){
vErrors = joined(vErrors, [{instancePath:instancePath+"/range",keyword:"type",params:NOTHING_SAID}]);
errors++;
}
if(Array.isArray(data1)){
const len0 = data1.length;
for(let i0=0; i0<len0; i0++){
if(typeof data1[i0] !== "string"){
vErrors = joined(vErrors, [{instancePath:instancePath+"/range/" + i0,keyword:"type",params:NOTHING_SAID}]);
errors++;
}
}
}
}
}
else {
vErrors = joined(vErrors, [{instancePath,keyword:"type",params:NOTHING_SAID}]);
errors++;
}
validate126.errors = vErrors;
return errors === 0;
}


function validate128(data, {instancePath=""}={}){
let vErrors = null;
let errors = 0;
if(data && typeof data == "object" && !Array.isArray(data)){
if(data.name === undefined){
vErrors = joined(vErrors, [{instancePath,keyword:"required",params:{missingProperty: "name"}}]);
errors++;
}
if(data.range === undefined){
vErrors = joined(vErrors, [{instancePath,keyword:"required",params:{missingProperty: "range"}}]);
errors++;
}
for(const key0 in data){
if(!(((key0 === "name") || (key0 === "type")) || (key0 === "range"))){
vErrors = joined(vErrors, [{instancePath,keyword:"additionalProperties",params:{additionalProperty: key0}}]);
errors++;
}
}
if(data.name !== undefined){
if(typeof data.name !== "string"){
vErrors = joined(vErrors, [{instancePath:instancePath+"/name",keyword:"type",params:NOTHING_SAID}]);
errors++;
}
}
if(data.range !== undefined){
let data1 = data.range;
if((typeof data1 !== "string") && (!(Array.isArray(data1)))){
vErrors = joined(vErrors, [{instancePath:instancePath+"/range",keyword:"type",params:NOTHING_SAID}]);
errors++;
}
if(Array.isArray(data1)){
const len0 = data1.length;
for(let i0=0; i0<len0; i0++){
if(typeof data1[i0] !== "string"){
vErrors = joined(vErrors, [{instancePath:instancePath+"/range/" + i0,keyword:"type",params:NOTHING_SAID}]);
errors++;
}
}
}
}
}
else {
vErrors = joined(vErrors, [{instancePath,keyword:"type",params:NOTHING_SAID}]);
errors++;
}
validate128.errors = vErrors;
return errors === 0;
}


function validate131(data, {instancePath=""}={}){
let vErrors = null;
let errors = 0;
if(data && typeof data == "object" && !Array.isArray(data)){
if(data.defaultTaskCount === undefined){
vErrors = joined(vErrors, [{instancePath,keyword:"required",params:{missingProperty: "defaultTaskCount"}}]);
errors++;
}
if(data.rangeConstraint === undefined){
vErrors = joined(vErrors, [{instancePath,keyword:"required",params:{missingProperty: "rangeConstraint"}}]);
errors++;
}
for(const key0 in data){
if(!(((key0 === "defaultTaskCount") || (key0 === "targetRuntimeSeconds")) || (key0 === "rangeConstraint"))){
vErrors = joined(vErrors, [{instancePath,keyword:"additionalProperties",params:{additionalProperty: key0}}]);
errors++;
}
}
if(data.defaultTaskCount !== undefined){
let data0 = data.defaultTaskCount;
if((!(typeof data0 == "number")) && (typeof data0 !== "string")){
vErrors = joined(vErrors, [{instancePath:instancePath+"/defaultTaskCount",keyword:"type",params:NOTHING_SAID}]);
errors++;
}
}
if(data.targetRuntimeSeconds !== undefined){
let data1 = data.targetRuntimeSeconds;
if((!(typeof data1 == "number")) && (typeof data1 !== "string")){
vErrors = joined(vErrors, [{instancePath:instancePath+"/targetRuntimeSeconds",keyword:"type",params:NOTHING_SAID}]);
errors++;
}
}
if(data.rangeConstraint !== undefined){
let data2 = data.rangeConstraint;
if(typeof data2 !== "string"){
vErrors = joined(vErrors, [{instancePath:instancePath+"/rangeConstraint",keyword:"type",params:NOTHING_SAID}]);
errors++;
}
if(!((data2 === "CONTIGUOUS") || (data2 === "NONCONTIGUOUS"))){
vErrors = joined(vErrors, [{instancePath:instancePath+"/rangeConstraint",keyword:"enum",params:NOTHING_SAID}]);
errors++;
}
}
}
else {
vErrors = joined(vErrors, [{instancePath,keyword:"type",params:NOTHING_SAID}]);
errors++;
}
validate131.errors = vErrors;
return errors === 0;
}


function validate130(data, {instancePath=""}={}){
let vErrors = null;
let errors = 0;
if(data && typeof data == "object" && !Array.isArray(data)){
if(data.name === undefined){
vErrors = joined(vErrors, [{instancePath,keyword:"required",params:{missingProperty: "name"}}]);
errors++;
}
if(data.range === undefined){
vErrors = joined(vErrors, [{instancePath,keyword:"required",params:{missingProperty: "range"}}]);
errors++;
}
if(data.chunks === undefined){
vErrors = joined(vErrors, [{instancePath,keyword:"required",params:{missingProperty: "chunks"}}]);
errors++;
}
for(const key0 in data){
if(!((((key0 === "name") || (key0 === "type")) || (key0 === "range")) || (key0 === "chunks"))){
vErrors = joined(vErrors, [{instancePath,keyword:"additionalProperties",params:{additionalProperty: key0}}]);
errors++;
}
}
if(data.name !== undefined){
if(typeof data.name !== "string"){
vErrors = joined(vErrors, [{instancePath:instancePath+"/name",keyword:"type",params:NOTHING_SAID}]);
errors++;
}
}
if(data.range !== undefined){
let data1 = data.range;
if((typeof data1 !== "string") && (!(Array.isArray(data1)))){
vErrors = joined(vErrors, [{instancePath:instancePath+"/range",keyword:"type",params:NOTHING_SAID}]);
errors++;
}
if(Array.isArray(data1)){
const len0 = data1.length;
for(let i0=0; i0<len0; i0++){
let data2 = data1[i0];
if((!(typeof data2 == "number")) && (typeof data2 !== "string")){
vErrors = joined(vErrors, [{instancePath:instancePath+"/range/" + i0,keyword:"type",params:NOTHING_SAID}]);
errors++;
}
}
}
}
if(data.chunks !== undefined){
if(!(validate131(data.chunks, {instancePath:instancePath+"/chunks"}))){
vErrors = joined(vErrors, validate131.errors);
errors = vErrors.length;
}
}
}
else {
vErrors = joined(vErrors, [{instancePath,keyword:"type",params:NOTHING_SAID}]);
errors++;
}
validate130.errors = vErrors;
return errors === 0;
}


function validate121(data, {instancePath=""}={}){
let vErrors = null;
let errors = 0;
const _errs2 = errors;
let valid1 = true;
const _errs3 = errors;
if(errors === _errs3){
if(data && typeof data == "object" && !Array.isArray(data)){
let missing0;
if((data.type === undefined) && (missing0 = "type")){
vErrors = joined(vErrors, [{}]);
errors++;
}
else {
if(data.type !== undefined){
let data0 = data.type;
const _errs5 = errors;
if(errors === _errs5){
if(typeof data0 === "string"){
if(!pattern2.test(data0)){
vErrors = joined(vErrors, [{}]);
errors++;
}
}
else {
vErrors = joined(vErrors, [{}]);
errors++;
}
}
}
}
}
else {
vErrors = joined(vErrors, [{}]);
errors++;
}
}
var _valid0 = _errs3 === errors;
errors = _errs2;
if(vErrors !== null){
if(_errs2){
vErrors.length = _errs2;
}
else {
vErrors = null;
}
}
if(_valid0){
const _errs7 = errors;
if(!(validate122(data, {instancePath}))){
vErrors = joined(vErrors, validate122.errors);
errors = vErrors.length;
}
var _valid0 = _errs7 === errors;
valid1 = _valid0;
}
if(!valid1){
vErrors = joined(vErrors, [{instancePath,keyword:"if",params:NOTHING_SAID}]);
errors++;
}
const _errs9 = errors;
let valid3 = true;
const _errs10 = errors;
if(errors === _errs10){
if(data && typeof data == "object" && !Array.isArray(data)){
let missing1;
if((data.type === undefined) && (missing1 = "type")){
vErrors = joined(vErrors, [{}]);
errors++;
}
else {
if(data.type !== undefined){
let data1 = data.type;
const _errs12 = errors;
if(errors === _errs12){
if(typeof data1 === "string"){
if(!pattern3.test(data1)){
vErrors = joined(vErrors, [{}]);
errors++;
}
}
else {
vErrors = joined(vErrors, [{}]);
errors++;
}
}
}
}
}
else {
vErrors = joined(vErrors, [{}]);
errors++;
}
}
var _valid1 = _errs10 === errors;
errors = _errs9;
if(vErrors !== null){
if(_errs9){
vErrors.length = _errs9;
}
else {
vErrors = null;
}
}
if(_valid1){
const _errs14 = errors;
if(!(validate124(data, {instancePath}))){
vErrors = joined(vErrors, validate124.errors);
errors = vErrors.length;
}
var _valid1 = _errs14 === errors;
valid3 = _valid1;
}
if(!valid3){
vErrors = joined(vErrors, [{instancePath,keyword:"if",params:NOTHING_SAID}]);
errors++;
}
const _errs16 = errors;
let valid5 = true;
const _errs17 = errors;
if(errors === _errs17){
if(data && typeof data == "object" && !Array.isArray(data)){
let missing2;
if((data.type === undefined) && (missing2 = "type")){
vErrors = joined(vErrors, [{}]);
errors++;
}
else {
if(data.type !== undefined){
let data2 = data.type;
const _errs19 = errors;
if(errors === _errs19){
if(typeof data2 === "string"){
if(!pattern0.test(data2)){
vErrors = joined(vErrors, [{}]);
errors++;
}
}
else {
vErrors = joined(vErrors, [{}]);
errors++;
}
}
}
}
}
else {
vErrors = joined(vErrors, [{}]);
errors++;
}
}
var _valid2 = _errs17 === errors;
errors = _errs16;
if(vErrors !== null){
if(_errs16){
vErrors.length = _errs16;
}
else {
vErrors = null;
}
}
if(_valid2){
const _errs21 = errors;
if(!(validate126(data, {instancePath}))){
vErrors = joined(vErrors, validate126.errors);
errors = vErrors.length;
}
var _valid2 = _errs21 === errors;
valid5 = _valid2;
}
if(!valid5){
vErrors = joined(vErrors, [{instancePath,keyword:"if",params:NOTHING_SAID}]);
errors++;
}
const _errs23 = errors;
let valid7 = true;
const _errs24 = errors;
if(errors === _errs24){
if(data && typeof data == "object" && !Array.isArray(data)){
let missing3;
if((data.type === undefined) && (missing3 = "type")){
vErrors = joined(vErrors, [{}]);
errors++;
}
else {
if(data.type !== undefined){
let data3 = data.type;
const _errs26 = errors;
if(errors === _errs26){
if(typeof data3 === "string"){
if(!pattern1.test(data3)){
vErrors = joined(vErrors, [{}]);
errors++;
}
}
else {
vErrors = joined(vErrors, [{}]);
errors++;
}
}
}
}
}
else {
vErrors = joined(vErrors, [{}]);
errors++;
}
}
var _valid3 = _errs24 === errors;
errors = _errs23;
if(vErrors !== null){
if(_errs23){
vErrors.length = _errs23;
}
else {
vErrors = null;
}
}
if(_valid3){
const _errs28 = errors;
if(!(validate128(data, {instancePath}))){
vErrors = joined(vErrors, validate128.errors);
errors = vErrors.length;
}
var _valid3 = _errs28 === errors;
valid7 = _valid3;
}
if(!valid7){
vErrors = joined(vErrors, [{instancePath,keyword:"if",params:NOTHING_SAID}]);
errors++;
}
const _errs30 = errors;
let valid9 = true;
const _errs31 = errors;
if(errors === _errs31){
if(data && typeof data == "object" && !Array.isArray(data)){
let missing4;
if((data.type === undefined) && (missing4 = "type")){
vErrors = joined(vErrors, [{}]);
errors++;
}
else {
if(data.type !== undefined){
let data4 = data.type;
const _errs33 = errors;
if(errors === _errs33){
if(typeof data4 === "string"){
if(!pattern17.test(data4)){
vErrors = joined(vErrors, [{}]);
errors++;
}
}
else {
vErrors = joined(vErrors, [{}]);
errors++;
}
}
}
}
}
else {
vErrors = joined(vErrors, [{}]);
errors++;
}
}
var _valid4 = _errs31 === errors;
errors = _errs30;
if(vErrors !== null){
if(_errs30){
vErrors.length = _errs30;
}
else {
vErrors = null;
}
}
if(_valid4){
const _errs35 = errors;
if(!(validate130(data, {instancePath}))){
vErrors = joined(vErrors, validate130.errors);
errors = vErrors.length;
}
var _valid4 = _errs35 === errors;
valid9 = _valid4;
}
if(!valid9){
vErrors = joined(vErrors, [{instancePath,keyword:"if",params:NOTHING_SAID}]);
errors++;
}
if(data && typeof data == "object" && !Array.isArray(data)){
if(data.type === undefined){
vErrors = joined(vErrors, [{instancePath,keyword:"required",params:{missingProperty: "type"}}]);
errors++;
}
if(data.type !== undefined){
let data5 = data.type;
if(typeof data5 === "string"){
if(!pattern18.test(data5)){
vErrors = joined(vErrors, [{instancePath:instancePath+"/type",keyword:"pattern",params:NOTHING_SAID}]);
errors++;
}
}
else {
vErrors = joined(vErrors, [{instancePath:instancePath+"/type",keyword:"type",params:NOTHING_SAID}]);
errors++;
}
}
}
else {
vErrors = joined(vErrors, [{instancePath,keyword:"type",params:NOTHING_SAID}]);
errors++;
}
validate121.errors = vErrors;
return errors === 0;
}


function validate120(data, {instancePath=""}={}){
let vErrors = null;
let errors = 0;
if(data && typeof data == "object" && !Array.isArray(data)){
if(data.taskParameterDefinitions === undefined){
vErrors = joined(vErrors, [{instancePath,keyword:"required",params:{missingProperty: "taskParameterDefinitions"}}]);
errors++;
}
for(const key0 in data){
if(!((key0 === "taskParameterDefinitions") || (key0 === "combination"))){
vErrors = joined(vErrors, [{instancePath,keyword:"additionalProperties",params:{additionalProperty: key0}}]);
errors++;
}
}
if(data.taskParameterDefinitions !== undefined){
let data0 = data.taskParameterDefinitions;
if(Array.isArray(data0)){
const len0 = data0.length;
for(let i0=0; i0<len0; i0++){
if(!(validate121(data0[i0], {instancePath:instancePath+"/taskParameterDefinitions/" + i0}))){
vErrors = joined(vErrors, validate121.errors);
errors = vErrors.length;
}
}
}
else {
vErrors = joined(vErrors, [{instancePath:instancePath+"/taskParameterDefinitions",keyword:"type",params:NOTHING_SAID}]);
errors++;
}
}
if(data.combination !== undefined){
if(typeof data.combination !== "string"){
vErrors = joined(vErrors, [{instancePath:instancePath+"/combination",keyword:"type",params:NOTHING_SAID}]);
errors++;
}
}
}
else {
vErrors = joined(vErrors, [{instancePath,keyword:"type",params:NOTHING_SAID}]);
errors++;
}
validate120.errors = vErrors;
return errors === 0;
}


function validate137(data, {instancePath=""}={}){
let vErrors = null;
let errors = 0;
if(data && typeof data == "object" && !Array.isArray(data)){
if(data.onRun === undefined){
vErrors = joined(vErrors, [{instancePath,keyword:"required",params:{missingProperty: "onRun"}}]);
errors++;
}
for(const key0 in data){
if(!(key0 === "onRun")){
vErrors = joined(vErrors, [{instancePath,keyword:"additionalProperties",params:{additionalProperty: key0}}]);
errors++;
}
}
if(data.onRun !== undefined){
if(!(validate92(data.onRun, {instancePath:instancePath+"/onRun"}))){
vErrors = joined(vErrors, validate92.errors);
errors = vErrors.length;
}
}
}
else {
vErrors = joined(vErrors, [{instancePath,keyword:"type",params:NOTHING_SAID}]);
errors++;
}
validate137.errors = vErrors;
return errors === 0;
}


function validate136(data, {instancePath=""}={}){
let vErrors = null;
let errors = 0;
if(data && typeof data == "object" && !Array.isArray(data)){
if(data.actions === undefined){
vErrors = joined(vErrors, [{instancePath,keyword:"required",params:{missingProperty: "actions"}}]);
errors++;
}
for(const key0 in data){
if(!(((key0 === "let") || (key0 === "actions")) || (key0 === "embeddedFiles"))){
vErrors = joined(vErrors, [{instancePath,keyword:"additionalProperties",params:{additionalProperty: key0}}]);
errors++;
}
}
if(data.let !== undefined){
let data0 = data.let;
if(Array.isArray(data0)){
const len0 = data0.length;
for(let i0=0; i0<len0; i0++){
if(typeof data0[i0] !== "string"){
vErrors = joined(vErrors, [{instancePath:instancePath+"/let/" + i0,keyword:"type",params:NOTHING_SAID}]);
errors++;
}
}
}
else {
vErrors = joined(vErrors, [{instancePath:instancePath+"/let",keyword:"type",params:NOTHING_SAID}]);
errors++;
}
}
if(data.actions !== undefined){
if(!(validate137(data.actions, {instancePath:instancePath+"/actions"}))){
vErrors = joined(vErrors, validate137.errors);
errors = vErrors.length;
}
}
if(data.embeddedFiles !== undefined){
let data3 = data.embeddedFiles;
if(Array.isArray(data3)){
const len1 = data3.length;
for(let i1=0; i1<len1; i1++){
if(!(validate106(data3[i1], {instancePath:instancePath+"/embeddedFiles/" + i1}))){
vErrors = joined(vErrors, validate106.errors);
errors = vErrors.length;
}
}
}
else {
vErrors = joined(vErrors, [{instancePath:instancePath+"/embeddedFiles",keyword:"type",params:NOTHING_SAID}]);
errors++;
}
}
}
else {
vErrors = joined(vErrors, [{instancePath,keyword:"type",params:NOTHING_SAID}]);
errors++;
}
validate136.errors = vErrors;
return errors === 0;
}


function validate142(data, {instancePath=""}={}){
let vErrors = null;
let errors = 0;
if(data && typeof data == "object" && !Array.isArray(data)){
if(data.script === undefined){
vErrors = joined(vErrors, [{instancePath,keyword:"required",params:{missingProperty: "script"}}]);
errors++;
}
for(const key0 in data){
if(!(((((key0 === "let") || (key0 === "script")) || (key0 === "args")) || (key0 === "timeout")) || (key0 === "cancelation"))){
vErrors = joined(vErrors, [{instancePath,keyword:"additionalProperties",params:{additionalProperty: key0}}]);
errors++;
}
}
if(data.let !== undefined){
let data0 = data.let;
if(Array.isArray(data0)){
const len0 = data0.length;
for(let i0=0; i0<len0; i0++){
if(typeof data0[i0] !== "string"){
vErrors = joined(vErrors, [{instancePath:instancePath+"/let/" + i0,keyword:"type",params:NOTHING_SAID}]);
errors++;
}
}
}
else {
vErrors = joined(vErrors, [{instancePath:instancePath+"/let",keyword:"type",params:NOTHING_SAID}]);
errors++;
}
}
if(data.script !== undefined){
if(typeof data.script !== "string"){
vErrors = joined(vErrors, [{instancePath:instancePath+"/script",keyword:"type",params:NOTHING_SAID}]);
errors++;
}
}
if(data.args !== undefined){
let data3 = data.args;
if(Array.isArray(data3)){
const len1 = data3.length;
for(let i1=0; i1<len1; i1++){
if(typeof data3[i1] !== "string"){
vErrors = joined(vErrors, [{instancePath:instancePath+"/args/" + i1,keyword:"type",params:NOTHING_SAID}]);
errors++;
}
}
}
else {
vErrors = joined(vErrors, [{instancePath:instancePath+"/args",keyword:"type",params:NOTHING_SAID}]);
errors++;
}
}
if(data.timeout !== undefined){
let data5 = data.timeout;
if((!(typeof data5 == "number")) && (typeof data5 !== "string")){
vErrors = joined(vErrors, [{instancePath:instancePath+"/timeout",keyword:"type",params:NOTHING_SAID}]);
errors++;
}
}
if(data.cancelation !== undefined){
if(!(validate93(data.cancelation, {instancePath:instancePath+"/cancelation"}))){
vErrors = joined(vErrors, validate93.errors);
errors = vErrors.length;
}
}
}
else {
vErrors = joined(vErrors, [{instancePath,keyword:"type",params:NOTHING_SAID}]);
errors++;
}
validate142.errors = vErrors;
return errors === 0;
}


function validate110(data, {instancePath=""}={}){
let vErrors = null;
let errors = 0;
if(data && typeof data == "object" && !Array.isArray(data)){
if(data.name === undefined){
vErrors = joined(vErrors, [{instancePath,keyword:"required",params:{missingProperty: "name"}}]);
errors++;
}
for(const key0 in data){
if(!(func2.call(schema48.properties, key0))){
vErrors = joined(vErrors, [{instancePath,keyword:"additionalProperties",params:{additionalProperty: key0}}]);
errors++;
}
}
if(data.name !== undefined){
if(typeof data.name !== "string"){
vErrors = joined(vErrors, [{instancePath:instancePath+"/name",keyword:"type",params:NOTHING_SAID}]);
errors++;
}
}
if(data.description !== undefined){
if(typeof data.description !== "string"){
vErrors = joined(vErrors, [{instancePath:instancePath+"/description",keyword:"type",params:NOTHING_SAID}]);
errors++;
}
}
if(data.let !== undefined){
let data2 = data.let;
if(Array.isArray(data2)){
const len0 = data2.length;
for(let i0=0; i0<len0; i0++){
if(typeof data2[i0] !== "string"){
vErrors = joined(vErrors, [{instancePath:instancePath+"/let/" + i0,keyword:"type",params:NOTHING_SAID}]);
errors++;
}
}
}
else {
vErrors = joined(vErrors, [{instancePath:instancePath+"/let",keyword:"type",params:NOTHING_SAID}]);
errors++;
}
}
if(data.dependencies !== undefined){
let data4 = data.dependencies;
if(Array.isArray(data4)){
const len1 = data4.length;
for(let i1=0; i1<len1; i1++){
if(!(validate111(data4[i1], {instancePath:instancePath+"/dependencies/" + i1}))){
vErrors = joined(vErrors, validate111.errors);
errors = vErrors.length;
}
}
}
else {
vErrors = joined(vErrors, [{instancePath:instancePath+"/dependencies",keyword:"type",params:NOTHING_SAID}]);
errors++;
}
}
if(data.stepEnvironments !== undefined){
let data6 = data.stepEnvironments;
if(Array.isArray(data6)){
const len2 = data6.length;
for(let i2=0; i2<len2; i2++){
if(!(validate89(data6[i2], {instancePath:instancePath+"/stepEnvironments/" + i2}))){
vErrors = joined(vErrors, validate89.errors);
errors = vErrors.length;
}
}
}
else {
vErrors = joined(vErrors, [{instancePath:instancePath+"/stepEnvironments",keyword:"type",params:NOTHING_SAID}]);
errors++;
}
}
if(data.hostRequirements !== undefined){
if(!(validate114(data.hostRequirements, {instancePath:instancePath+"/hostRequirements"}))){
vErrors = joined(vErrors, validate114.errors);
errors = vErrors.length;
}
}
if(data.parameterSpace !== undefined){
if(!(validate120(data.parameterSpace, {instancePath:instancePath+"/parameterSpace"}))){
vErrors = joined(vErrors, validate120.errors);
errors = vErrors.length;
}
}
if(data.script !== undefined){
if(!(validate136(data.script, {instancePath:instancePath+"/script"}))){
vErrors = joined(vErrors, validate136.errors);
errors = vErrors.length;
}
}
if(data.bash !== undefined){
if(!(validate142(data.bash, {instancePath:instancePath+"/bash"}))){
vErrors = joined(vErrors, validate142.errors);
errors = vErrors.length;
}
}
if(data.cmd !== undefined){
if(!(validate142(data.cmd, {instancePath:instancePath+"/cmd"}))){
vErrors = joined(vErrors, validate142.errors);
errors = vErrors.length;
}
}
if(data.node !== undefined){
if(!(validate142(data.node, {instancePath:instancePath+"/node"}))){
vErrors = joined(vErrors, validate142.errors);
errors = vErrors.length;
}
}
if(data.powershell !== undefined){
if(!(validate142(data.powershell, {instancePath:instancePath+"/powershell"}))){
vErrors = joined(vErrors, validate142.errors);
errors = vErrors.length;
}
}
if(data.python !== undefined){
if(!(validate142(data.python, {instancePath:instancePath+"/python"}))){
vErrors = joined(vErrors, validate142.errors);
errors = vErrors.length;
}
}
}
else {
vErrors = joined(vErrors, [{instancePath,keyword:"type",params:NOTHING_SAID}]);
errors++;
}
validate110.errors = vErrors;
return errors === 0;
}


function validate23(data, {instancePath=""}={}){
let vErrors = null;
let errors = 0;
if(data && typeof data == "object" && !Array.isArray(data)){
if(data.specificationVersion === undefined){
vErrors = joined(vErrors, [{instancePath,keyword:"required",params:{missingProperty: "specificationVersion"}}]);
errors++;
}
if(data.name === undefined){
vErrors = joined(vErrors, [{instancePath,keyword:"required",params:{missingProperty: "name"}}]);
errors++;
}
if(data.steps === undefined){
vErrors = joined(vErrors, [{instancePath,keyword:"required",params:{missingProperty: "steps"}}]);
errors++;
}
for(const key0 in data){
if(!((((((((key0 === "specificationVersion") || (key0 === "$schema")) || (key0 === "extensions")) || (key0 === "name")) || (key0 === "description")) || (key0 === "parameterDefinitions")) || (key0 === "jobEnvironments")) || (key0 === "steps"))){
vErrors = joined(vErrors, [{instancePath,keyword:"additionalProperties",params:{additionalProperty: key0}}]);
errors++;
}
}
if(data.specificationVersion !== undefined){
let data0 = data.specificationVersion;
if(typeof data0 !== "string"){
vErrors = joined(vErrors, [{instancePath:instancePath+"/specificationVersion",keyword:"type",params:NOTHING_SAID}]);
errors++;
}
if(!(data0 === "jobtemplate-2023-09")){
vErrors = joined(vErrors, [{instancePath:instancePath+"/specificationVersion",keyword:"enum",params:NOTHING_SAID}]);
errors++;
}
}
if(data.$schema !== undefined){
if(typeof data.$schema !== "string"){
vErrors = joined(vErrors, [{instancePath:instancePath+"/$schema",keyword:"type",params:NOTHING_SAID}]);
errors++;
}
}
if(data.extensions !== undefined){
let data2 = data.extensions;
if(Array.isArray(data2)){
const len0 = data2.length;
for(let i0=0; i0<len0; i0++){
if(typeof data2[i0] !== "string"){
vErrors = joined(vErrors, [{instancePath:instancePath+"/extensions/" + i0,keyword:"type",params:NOTHING_SAID}]);
errors++;
}
}
}
else {
vErrors = joined(vErrors, [{instancePath:instancePath+"/extensions",keyword:"type",params:NOTHING_SAID}]);
errors++;
}
}
if(data.name !== undefined){
if(typeof data.name !== "string"){
vErrors = joined(vErrors, [{instancePath:instancePath+"/name",keyword:"type",params:NOTHING_SAID}]);
errors++;
}
}
if(data.description !== undefined){
if(typeof data.description !== "string"){
vErrors = joined(vErrors, [{instancePath:instancePath+"/description",keyword:"type",params:NOTHING_SAID}]);
errors++;
}
}
if(data.parameterDefinitions !== undefined){
let data6 = data.parameterDefinitions;
if(Array.isArray(data6)){
const len1 = data6.length;
for(let i1=0; i1<len1; i1++){
if(!(validate24(data6[i1], {instancePath:instancePath+"/parameterDefinitions/" + i1}))){
vErrors = joined(vErrors, validate24.errors);
errors = vErrors.length;
}
}
}
else {
vErrors = joined(vErrors, [{instancePath:instancePath+"/parameterDefinitions",keyword:"type",params:NOTHING_SAID}]);
errors++;
}
}
if(data.jobEnvironments !== undefined){
let data8 = data.jobEnvironments;
if(Array.isArray(data8)){
const len2 = data8.length;
for(let i2=0; i2<len2; i2++){
if(!(validate89(data8[i2], {instancePath:instancePath+"/jobEnvironments/" + i2}))){
vErrors = joined(vErrors, validate89.errors);
errors = vErrors.length;
}
}
}
else {
vErrors = joined(vErrors, [{instancePath:instancePath+"/jobEnvironments",keyword:"type",params:NOTHING_SAID}]);
errors++;
}
}
if(data.steps !== undefined){
let data10 = data.steps;
if(Array.isArray(data10)){
const len3 = data10.length;
for(let i3=0; i3<len3; i3++){
if(!(validate110(data10[i3], {instancePath:instancePath+"/steps/" + i3}))){
vErrors = joined(vErrors, validate110.errors);
errors = vErrors.length;
}
}
}
else {
vErrors = joined(vErrors, [{instancePath:instancePath+"/steps",keyword:"type",params:NOTHING_SAID}]);
errors++;
}
}
}
else {
vErrors = joined(vErrors, [{instancePath,keyword:"type",params:NOTHING_SAID}]);
errors++;
}
validate23.errors = vErrors;
return errors === 0;
}


function validate21(data, {instancePath=""}={}){
let vErrors = null;
let errors = 0;
if(!(validate23(data, {instancePath}))){
vErrors = joined(vErrors, validate23.errors);
errors = vErrors.length;
}
validate21.errors = vErrors;
return errors === 0;
}

export const environmentTemplateStructure: StructureValidator = validate151;

function validate152(data, {instancePath=""}={}){
let vErrors = null;
let errors = 0;
if(data && typeof data == "object" && !Array.isArray(data)){
if(data.specificationVersion === undefined){
vErrors = joined(vErrors, [{instancePath,keyword:"required",params:{missingProperty: "specificationVersion"}}]);
errors++;
}
if(data.environment === undefined){
vErrors = joined(vErrors, [{instancePath,keyword:"required",params:{missingProperty: "environment"}}]);
errors++;
}
for(const key0 in data){
if(!((((key0 === "specificationVersion") || (key0 === "extensions")) || (key0 === "parameterDefinitions")) || (key0 === "environment"))){
vErrors = joined(vErrors, [{instancePath,keyword:"additionalProperties",params:{additionalProperty: key0}}]);
errors++;
}
}
if(data.specificationVersion !== undefined){
let data0 = data.specificationVersion;
if(typeof data0 !== "string"){
vErrors = joined(vErrors, [{instancePath:instancePath+"/specificationVersion",keyword:"type",params:NOTHING_SAID}]);
errors++;
}
if(!(data0 === "environment-2023-09")){
vErrors = joined(vErrors, [{instancePath:instancePath+"/specificationVersion",keyword:"enum",params:NOTHING_SAID}]);
errors++;
}
}
if(data.extensions !== undefined){
let data1 = data.extensions;
if(Array.isArray(data1)){
const len0 = data1.length;
for(let i0=0; i0<len0; i0++){
if(typeof data1[i0] !== "string"){
vErrors = joined(vErrors, [{instancePath:instancePath+"/extensions/" + i0,keyword:"type",params:NOTHING_SAID}]);
errors++;
}
}
}
else {
vErrors = joined(vErrors, [{instancePath:instancePath+"/extensions",keyword:"type",params:NOTHING_SAID}]);
errors++;
}
}
if(data.parameterDefinitions !== undefined){
let data3 = data.parameterDefinitions;
if(Array.isArray(data3)){
const len1 = data3.length;
for(let i1=0; i1<len1; i1++){
if(!(validate24(data3[i1], {instancePath:instancePath+"/parameterDefinitions/" + i1}))){
vErrors = joined(vErrors, validate24.errors);
errors = vErrors.length;
}
}
}
else {
vErrors = joined(vErrors, [{instancePath:instancePath+"/parameterDefinitions",keyword:"type",params:NOTHING_SAID}]);
errors++;
}
}
if(data.environment !== undefined){
if(!(validate89(data.environment, {instancePath:instancePath+"/environment"}))){
vErrors = joined(vErrors, validate89.errors);
errors = vErrors.length;
}
}
}
else {
vErrors = joined(vErrors, [{instancePath,keyword:"type",params:NOTHING_SAID}]);
errors++;
}
validate152.errors = vErrors;
return errors === 0;
}


function validate151(data, {instancePath=""}={}){
let vErrors = null;
let errors = 0;
if(!(validate152(data, {instancePath}))){
vErrors = joined(vErrors, validate152.errors);
errors = vErrors.length;
}
validate151.errors = vErrors;
return errors === 0;
}
